import { searchOfficials, countOfficials } from "~/domain/organization/official-search-store.server";
import { childrenWithPeople, unitsToChoose, countPeople, findRootUnit, findUnit } from "~/domain/organization/unit-store.server";
import { db, closeDatabase } from "~/platform/db.server";
async function t(name: string, f: () => Promise<unknown>) {
  for (let i=0;i<8;i++) await f(); const b=performance.now(); let r; for (let i=0;i<20;i++) r=await f(); console.log(name.padEnd(50), ((performance.now()-b)/20).toFixed(2)+" ms", Array.isArray(r)?r.length:JSON.stringify(r)?.slice(0,40));
}
const root=(await findRootUnit(db))!;
for (const scope of [["AG"],["AG/P-RACH-GIA"],["AG/SYT"],["AG/P-RACH-GIA","AG/X-AN-BIEN"]]) {
  await t(scope+" first page", ()=>searchOfficials({scope}).then(p=>p.people));
  const p=await searchOfficials({scope,limit:500}); 
  await t(scope+" after 500", ()=>searchOfficials({scope,after:p.next}).then(p=>p.people));
  for (const text of ["dang my","my","nguyen","nguyen thi lan anh","xyz","AG000200"]) { await t(scope+" search "+text, ()=>searchOfficials({scope,text}).then(p=>p.people)); }
  await t(scope+" count nguyen", ()=>countOfficials({scope,text:"nguyen"}));
  await t(scope+" countPeople", ()=>countPeople({scope}));
  await t(scope+" choose d1", ()=>unitsToChoose({scope,maxDepth:1}));
  await t(scope+" choose text", ()=>unitsToChoose({scope,text:"rach gia"}));
}
await t("children of root", ()=>childrenWithPeople({parentId:root.id,scope:["AG"]}));
await t("findUnit", ()=>findUnit(db,{code:"SNV-CCVC",scope:["AG"]}));
await closeDatabase();
