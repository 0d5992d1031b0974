-- CreateEnum
CREATE TYPE "classification" AS ENUM ('PUBLIC', 'INTERNAL');

-- AlterTable
ALTER TABLE "inspection" ADD COLUMN "classification" "classification";
