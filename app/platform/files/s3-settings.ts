export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

const NEEDED = ["FILES_S3_ENDPOINT", "FILES_S3_BUCKET", "FILES_S3_ACCESS_KEY", "FILES_S3_SECRET_KEY"] as const;

/** FILES_S3_…: none of them, or all that are needed. */
export function readS3(
  text: (name: string) => string | null,
  wrong: (setting: string, vietnamese: string, english: string) => void,
): S3Settings | null {
  const [endpoint, bucket, accessKey, secretKey] = NEEDED.map(text);
  const region = text("FILES_S3_REGION");
  const given = [...NEEDED, "FILES_S3_REGION"].filter((name) => text(name) !== null);
  if (given.length === 0) return null;
  for (const name of NEEDED) {
    if (text(name) !== null) continue;
    const others = given.join(", ");
    wrong(
      name,
      `còn thiếu trong khi đã đặt ${others}; đặt đủ cả bốn (${NEEDED.join(", ")}), hoặc bỏ hết để tệp nằm trong DATA_DIR/files.`,
      `is missing while ${others} is set; set all four (${NEEDED.join(", ")}), or none and the files lie in DATA_DIR/files.`,
    );
  }
  if (endpoint && !(URL.canParse(endpoint) && ["http:", "https:"].includes(new URL(endpoint).protocol))) {
    wrong(
      "FILES_S3_ENDPOINT",
      `"${endpoint}" phải là địa chỉ như https://s3.angiang.gov.vn.`,
      `"${endpoint}" must be an address such as https://s3.angiang.gov.vn.`,
    );
  }
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    wrong(
      "FILES_S3_BUCKET",
      `"${bucket}" phải gồm 3 đến 63 chữ thường, chữ số, dấu chấm hoặc gạch nối.`,
      `"${bucket}" must be 3 to 63 small letters, digits, dots or hyphens.`,
    );
  }
  if (!endpoint || !bucket || !accessKey || !secretKey) return null;
  return { endpoint, bucket, region: region ?? "us-east-1", accessKey, secretKey };
}
