import { PlainSentence } from "~/platform/plain-sentence";
import type { SeenObject } from "./token-listing";

/** What can be wrong with a token, told to whoever runs the platform. None of it repeats what a driver printed. */

export const toolNotStarted = (tool: string, code: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOOL: không chạy được ${tool} (${code}): hãy cài OpenSC (gói opensc), hoặc đặt đường dẫn đến pkcs11-tool.`,
    `SIGNING_PKCS11_TOOL: ${tool} cannot be run (${code}): install OpenSC (package opensc), or set the path of pkcs11-tool.`,
  );

export const driverNotLoaded = (module: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_MODULE: không nạp được ${module}: tệp không phải trình điều khiển PKCS #11 cho máy này, hoặc thiếu thư viện mà nó cần.`,
    `SIGNING_PKCS11_MODULE: ${module} cannot be loaded: it is no PKCS #11 driver for this machine, or a library that it needs is missing.`,
  );

export const driverCrashed = (module: string, signal: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_MODULE: trình điều khiển ${module} bị sập (${signal}) khi đang làm việc; nền tảng vẫn chạy, chưa có gì được ký.`,
    `SIGNING_PKCS11_MODULE: the driver ${module} crashed (${signal}) at work; the platform goes on, nothing was signed.`,
  );

export const tokenAbsent = (token: string, found: readonly string[]) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: không thấy thiết bị ký có nhãn "${token}" (${found.length > 0 ? `đang có: ${found.join(", ")}` : "không có thiết bị nào"}): hãy cắm thiết bị hoặc sửa nhãn.`,
    `SIGNING_PKCS11_TOKEN: there is no token labelled "${token}" (${found.length > 0 ? `there are: ${found.join(", ")}` : "there is none at all"}): plug it in, or correct the label.`,
  );

export const severalTokens = (token: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: có nhiều thiết bị ký cùng mang nhãn "${token}": hãy chỉ để lại một thiết bị.`,
    `SIGNING_PKCS11_TOKEN: several tokens are labelled "${token}": leave only one.`,
  );

export const pinWrong = (token: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_PIN: thiết bị ký "${token}" không nhận mã PIN. Mã này không được thử lại, để thiết bị không bị khóa: hãy sửa mã PIN rồi khởi động lại.`,
    `SIGNING_PKCS11_PIN: the token "${token}" refuses the PIN. It is not tried again, so that the token does not get locked: correct the PIN and start anew.`,
  );

export const pinEmpty = () =>
  new PlainSentence(
    `SIGNING_PKCS11_PIN_FILE: dòng đầu của tệp để trống; dòng đó phải là mã PIN.`,
    `SIGNING_PKCS11_PIN_FILE: the first line of the file is empty; it must be the PIN.`,
  );

export const pinLastTry = (token: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_PIN: thiết bị ký "${token}" chỉ còn một lần thử mã PIN, nền tảng không dùng lần đó: hãy đăng nhập đúng mã PIN bằng phần mềm của thiết bị rồi khởi động lại.`,
    `SIGNING_PKCS11_PIN: the token "${token}" has one try of its PIN left, which the platform does not use: log in with the right PIN by the token's own program, then start anew.`,
  );

export const pinLocked = (token: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: thiết bị ký "${token}" đã bị khóa vì nhập sai mã PIN quá số lần cho phép: hãy mở khóa bằng mã PUK hoặc nhờ đơn vị cấp thiết bị.`,
    `SIGNING_PKCS11_TOKEN: the token "${token}" is locked after too many wrong PINs: unlock it with its PUK, or ask whoever issued it.`,
  );

const named = (keys: readonly SeenObject[]) => keys.map(({ label, id }) => `"${label}" (ID ${id || "–"})`).join(", ");

export const keyAbsent = (key: string, keys: readonly SeenObject[]) =>
  new PlainSentence(
    `SIGNING_PKCS11_KEY: trên thiết bị không có khóa riêng nào có nhãn hoặc ID là "${key}" (${keys.length > 0 ? `đang có: ${named(keys)}` : "không có khóa riêng nào"}).`,
    `SIGNING_PKCS11_KEY: the token has no private key whose label or ID is "${key}" (${keys.length > 0 ? `there are: ${named(keys)}` : "there is none at all"}).`,
  );

export const severalKeys = (key: string, keys: readonly SeenObject[]) =>
  new PlainSentence(
    `SIGNING_PKCS11_KEY: "${key}" chỉ đến nhiều khóa trên thiết bị: ${named(keys)}; hãy đặt ID của đúng một khóa.`,
    `SIGNING_PKCS11_KEY: "${key}" means several keys on the token: ${named(keys)}; set the ID that only one of them has.`,
  );

export const keyWithoutId = (key: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_KEY: khóa "${key}" trên thiết bị không có ID (CKA_ID), nên không ký được bằng pkcs11-tool: hãy gán ID cho khóa và chứng thư (pkcs11-tool --set-id).`,
    `SIGNING_PKCS11_KEY: the key "${key}" on the token has no ID (CKA_ID), which pkcs11-tool needs to sign: give key and certificate one (pkcs11-tool --set-id).`,
  );

export const certificateAbsent = (key: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_KEY: bên cạnh khóa "${key}" không có chứng thư của chính khóa đó trên thiết bị (cùng ID hoặc cùng nhãn, loại RSA hoặc ECDSA).`,
    `SIGNING_PKCS11_KEY: beside the key "${key}" the token holds no certificate of that very key (same ID or same label, RSA or ECDSA).`,
  );

export const chainWrong = (file: string, because: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_CHAIN: ${file} phải là tệp PEM có ít nhất một chứng thư${because && ` (${because})`}.`,
    `SIGNING_PKCS11_CHAIN: ${file} must be a PEM file with at least one certificate${because && ` (${because})`}.`,
  );

export const chainOfAnother = (file: string, issuer: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_CHAIN: không có chứng thư nào trong ${file} đã cấp chứng thư trên thiết bị (nơi cấp: ${issuer}).`,
    `SIGNING_PKCS11_CHAIN: no certificate in ${file} has issued the one on the token (its issuer: ${issuer}).`,
  );

export const noAnswer = (token: string, limitMs: number) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: thiết bị ký "${token}" không trả lời trong ${limitMs / 1000} giây; lần gọi đó đã bị dừng, chưa có gì được ký.`,
    `SIGNING_PKCS11_TOKEN: the token "${token}" did not answer within ${limitMs / 1000} seconds; the call was ended, nothing was signed.`,
  );

export const tokenFailed = (token: string, because: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: thiết bị ký "${token}" báo lỗi (${because}), chưa có gì được ký.`,
    `SIGNING_PKCS11_TOKEN: the token "${token}" answered with an error (${because}), nothing was signed.`,
  );

export const signatureWrong = (token: string) =>
  new PlainSentence(
    `SIGNING_PKCS11_TOKEN: chữ ký do thiết bị "${token}" trả về không khớp với chứng thư, nên không được dùng.`,
    `SIGNING_PKCS11_TOKEN: the signature that the token "${token}" returned does not fit its certificate, and was not used.`,
  );
