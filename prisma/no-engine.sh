#!/bin/sh
# Stands in for Prisma's native schema engine, which is not used: generating the client needs none, and migrations go through
# deploy.ts and diff.ts. It must fail: an engine that succeeds and prints nothing would be taken for "no change".
echo 'The native schema engine is not installed: use `npm run migrate:new -- NAME`; `npm start` deploys.' >&2
exit 1
