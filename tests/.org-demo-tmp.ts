import { createDemoProvince } from "~/use-cases/system/create-demo-province";
import { publishContent } from "~/use-cases/system/publish-content";
import { closeDatabase } from "~/platform/db.server";
const now = new Date();
let t=performance.now();
const r = await publishContent({ contentDir: "/work/main/content", now });
console.log("publish", (performance.now()-t).toFixed(0), r.published, r.problems.slice(0,3)); t=performance.now();
console.log(await createDemoProvince({ password: "thu-nghiem-2026", now })); console.log("demo", (performance.now()-t).toFixed(0));
await closeDatabase();
