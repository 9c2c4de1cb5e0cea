import { bookKey } from "~/domain/certificates/register";
import { registerEntry } from "~/domain/certificates/number";
import { formatDate } from "~/domain/time";
import { printRegisterPath, registerPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { PrintedRegister as View } from "~/domain/certificates/pages";
import { remarkOf } from "~/ui/words/book-words";
import "./printed-register.css";

/** A stretch of the book as it lies in the archive: A4 lying, every number in order, with room to sign. */
export function PrintedRegister({ view, most }: { view: View; most: number }) {
  const t = useWords();
  const { book, header, entries, from, next } = view;
  const key = bookKey(book);
  const last = entries.at(-1)?.registerNumber ?? from;
  return (
    <Page
      title={t("book.printTitle")}
      lead={t("book.printHint", { count: most })}
      crumbs={[{ label: t("book.title"), href: registerPath({ book: key }) }]}
    >
      <div className="no-print mb-8 flex flex-wrap items-end gap-4 [&_.field]:m-0">
        <form method="get" action="/hr/certificates/print" className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="book" value={key} />
          <TextField
            id="from"
            name="from"
            label={t("book.printFrom")}
            size="short"
            inputMode="numeric"
            defaultValue={String(from)}
          />
          <TextField
            id="to"
            name="to"
            label={t("book.printTo")}
            size="short"
            inputMode="numeric"
            defaultValue={String(last)}
          />
          <Button kind="secondary">{t("book.printShow")}</Button>
        </form>
        {next === null ? null : (
          <Button kind="quiet" href={printRegisterPath(key, next + 1)}>
            {t("book.printNext")}
          </Button>
        )}
      </div>
      {view.whole ? null : (
        <div className="mb-4">
          <Notice kind="info">{t("book.printPart")}</Notice>
        </div>
      )}
      <section className="register-book" lang="vi">
        <header>
          <div>
            <p>{header.issuerParentName.toLocaleUpperCase("vi")}</p>
            <p className="register-issuer">{header.issuerName.toLocaleUpperCase("vi")}</p>
          </div>
          <div>
            <h2>{t("book.printBook", { title: header.title.toLocaleUpperCase("vi") })}</h2>
            <p>{t("book.printYear", { year: String(book.year) })}</p>
          </div>
        </header>
        <div className="register-scroll" role="region" aria-label={t("book.printTitle")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Số vào sổ</th>
                <th scope="col">Số giấy</th>
                <th scope="col">Họ và tên</th>
                <th scope="col">Chức vụ, đơn vị</th>
                <th scope="col">Khóa học</th>
                <th scope="col">Kết quả</th>
                <th scope="col">Ngày cấp</th>
                <th scope="col">Mã tra cứu</th>
                <th scope="col">Ghi chú</th>
                <th scope="col">Ký nhận</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => {
                const { certificate, registerNumber } = entry;
                return (
                  <tr key={registerNumber}>
                    <td>{registerEntry(registerNumber)}</td>
                    <td>{entry.number}</td>
                    <td>{certificate?.fullName ?? "–"}</td>
                    <td>
                      {certificate ? [certificate.positionTitle, certificate.unitName].filter(Boolean).join(", ") : "–"}
                    </td>
                    <td>{certificate?.courseName ?? "–"}</td>
                    <td>{certificate?.result ?? "–"}</td>
                    <td>{certificate ? formatDate(certificate.issuedAt) : "–"}</td>
                    <td>{certificate?.serial ?? "–"}</td>
                    <td>{remarkOf(t, entry)}</td>
                    <td className="register-sign" />
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <p className="register-total">{t("book.printTotal", { count: entries.length })}</p>
        <footer>
          <div>
            <p>{t("book.printKeeper").toLocaleUpperCase("vi")}</p>
            <p className="register-hint">{t("book.printSign")}</p>
          </div>
          <div>
            <p>{header.signerTitle.toLocaleUpperCase("vi")}</p>
            <p className="register-hint">{t("book.printSign")}</p>
          </div>
        </footer>
      </section>
    </Page>
  );
}
