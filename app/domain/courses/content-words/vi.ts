import { mediaVi } from "./media-words";

/** What is wrong, and how to mend it, for each rule of the content. `{name}` is filled from the problem's values. */
export const vi = {
  ...mediaVi,
  "file-unexpected": [
    "Tệp “{path}” không thuộc khóa học.",
    "Xóa tệp, hoặc chuyển vào lessons/, bank/ hay media/ với đuôi tệp cho phép.",
  ],
  "file-missing": ["Thiếu tệp “{path}”.", "Thêm tệp này vào thư mục khóa học."],
  "file-too-large": ["Tệp có {size} KB, vượt giới hạn {limit} KB.", "Chia nội dung thành nhiều tệp hoặc rút gọn."],
  "too-many-files": ["Khóa học có quá {limit} tệp.", "Bỏ bớt tệp không cần, hoặc tách thành nhiều khóa học."],
  "folder-empty": [
    "Không tìm thấy khóa học nào trong thư mục này.",
    "Chỉ ra thư mục nội dung (có courses/ và documents/) hoặc thư mục của một khóa học (có course.yaml).",
  ],
  "scorm-not-named": [
    "Có tệp trong scorm/ nhưng course.yaml không có khóa “scorm”.",
    "Thêm scorm: { required: true, minutes: 30 } vào course.yaml, hoặc xóa thư mục scorm/.",
  ],
  "scorm-xml": ["Không đọc được imsmanifest.xml của gói SCORM: {what}.", "Xuất lại gói từ phần mềm đã tạo ra nó."],
  "scorm-doctype": [
    "imsmanifest.xml có khai báo DOCTYPE.",
    "Xóa dòng <!DOCTYPE …>; tệp này không được khai báo thực thể.",
  ],
  "scorm-not-scorm-12": ["Gói không thuộc SCORM 1.2 ({what}).", "Xuất lại gói theo chuẩn SCORM 1.2."],
  "scorm-no-items": [
    "Gói SCORM không có mục nào để học.",
    "Xuất lại gói: imsmanifest.xml phải có organization với item trỏ tới một trang.",
  ],
  "scorm-too-many-items": ["Gói SCORM có {what} mục, quá nhiều.", "Tách thành nhiều gói, mỗi gói không quá 60 mục."],
  "scorm-launch": ["Trang mở đầu “{what}” của gói SCORM nằm ngoài gói.", "Trang mở đầu phải là một tệp trong gói."],
  "scorm-launch-missing": [
    "Trang mở đầu “{path}” của mục “{title}” không có trong gói SCORM.",
    "Xuất lại gói đầy đủ tệp.",
  ],
  "file-encoding": ["Tệp không phải văn bản UTF-8.", "Mở tệp và lưu lại với bảng mã UTF-8."],
  "text-not-nfc": [
    "Dấu tiếng Việt được gõ ở dạng tổ hợp (không phải Unicode dựng sẵn).",
    "Chuyển dòng này sang Unicode dựng sẵn (NFC) rồi lưu lại.",
  ],
  "control-character": [
    "Có ký tự điều khiển không nhìn thấy ({code}).",
    "Xóa ký tự này; thường do dán từ chương trình khác.",
  ],
  "yaml-syntax": [
    "Sai cú pháp YAML: {reason}.",
    "Kiểm tra thụt đầu dòng, dấu hai chấm, dấu ngoặc ở chỗ này; đặt câu có dấu “:” trong dấu nháy.",
  ],
  "yaml-duplicate-key": ["Khóa “{key}” xuất hiện hai lần.", "Giữ lại một lần."],
  "yaml-alias": ["Không dùng neo và tham chiếu YAML (&, *).", "Viết thẳng giá trị ra."],
  "yaml-tag": ["Không dùng thẻ YAML ({tag}).", "Xóa thẻ, chỉ giữ giá trị."],
  "yaml-too-deep": ["Dữ liệu lồng nhau quá {limit} cấp.", "Viết lại với ít cấp hơn."],
  "yaml-too-many-keys": ["Một nhóm có quá {limit} khóa.", "Xóa bớt khóa: mỗi nhóm chỉ cần vài khóa đã biết."],
  "yaml-many-documents": ["Tệp chứa nhiều tài liệu YAML (dòng ---).", "Tách mỗi tài liệu thành một tệp."],
  "unknown-key": ["Không có khóa “{key}”.", "Xóa khóa này, hoặc dùng một trong các khóa: {allowed}."],
  "missing-key": ["Thiếu khóa “{key}”.", "Thêm khóa “{key}” và giá trị của nó."],
  "wrong-value": ["Giá trị của “{key}” không hợp lệ.", "Cần: {expected}."],
  "slug-mismatch": ["“slug” là “{slug}” nhưng thư mục tên là “{folder}”.", "Đặt hai tên giống nhau."],
  "lesson-not-listed": [
    "Bài học “{file}” không có trong course.yaml.",
    "Thêm “file: {file}” vào danh sách lessons, hoặc xóa tệp.",
  ],
  "lesson-file-name": [
    "Tên tệp bài học “{file}” không đúng dạng.",
    "Đặt tên dạng 01-ten-bai.mdx: hai chữ số, gạch nối, chữ thường không dấu.",
  ],
  "lesson-id-mismatch": ["“id” là “{id}” nhưng tệp tên là “{file}”.", "Đặt id giống phần tên tệp sau số thứ tự."],
  "review-overdue": ["Đã quá ngày phải rà soát lại ({day}).", "Rà soát nội dung rồi sửa reviewedOn và reviewAgainBy."],
  "review-order": ["Ngày rà soát lại không sau ngày rà soát.", "Đặt reviewAgainBy sau reviewedOn."],
  "topic-duplicate": ["Chủ đề “{topic}” có ở hai tệp câu hỏi.", "Gộp hai tệp hoặc đổi tên chủ đề."],
  "topic-unknown": [
    "Bài kiểm tra rút câu hỏi từ chủ đề “{topic}” không có trong bank/.",
    "Sửa tên chủ đề, hoặc thêm tệp câu hỏi cho chủ đề này.",
  ],
  "not-enough-questions": [
    "Chủ đề “{topic}” có {ready} câu sẵn sàng, bài kiểm tra cần rút {count}.",
    "Thêm câu hỏi có status: ready, hoặc giảm count.",
  ],
  "not-enough-together": [
    "Các dòng rút câu dùng chung câu hỏi: khi các dòng kia đã rút, “{rule}” có thể chỉ còn {left} câu, cần {count}.",
    "Thêm câu hỏi có status: ready, giảm count, hoặc viết lại các dòng để không trùng nhau.",
  ],
  "course-changed-in-browser": [
    "Khóa học đã được sửa trên trình duyệt (phiên bản {number}), nên tệp trong thư mục này chưa được công bố.",
    "Tải khóa học về ở trang của khóa học và chép các tệp vào thư mục này; sau lần khởi động kế tiếp, thư mục lại được công bố như trước.",
  ],
  "question-invalid": ["Câu hỏi “{id}” không hợp lệ: {message}.", "Sửa câu hỏi theo mẫu của loại câu hỏi đó."],
  "question-duplicate": ["Mã câu hỏi “{id}” đã dùng ở {file}, dòng {line}.", "Đặt mã khác cho câu hỏi này."],
  "question-lesson-unknown": [
    "Câu hỏi trỏ tới bài học “{lesson}” không có trong khóa.",
    "Ghi id của một bài học trong khóa.",
  ],
  "question-section-unknown": [
    "Câu hỏi yêu cầu đọc lại mục “{section}”, bài “{lesson}” không có mục này.",
    "Ghi mã của một tiêu đề cấp hai trong bài, ví dụ muc-lang-nghe cho “## Lắng nghe”.",
  ],
  "case-duplicate": ["Mã tình huống “{id}” đã dùng ở {file}, dòng {line}.", "Đặt mã khác cho tình huống này."],
  "case-unknown": [
    "Câu hỏi thuộc tình huống “{case}” không có trong tệp này.",
    "Ghi id của một tình huống trong danh sách cases của tệp.",
  ],
  "case-unused": [
    "Không câu hỏi nào thuộc tình huống “{id}”.",
    "Ghi case: {id} ở câu hỏi về tình huống này, hoặc xóa tình huống.",
  ],
  "document-unregistered": [
    "Văn bản “{number}” chưa có trong danh mục văn bản.",
    "Sửa số hiệu, hoặc thêm văn bản vào content/documents.",
  ],
  "document-expired": [
    "Văn bản “{number}” đã hết hiệu lực.",
    "Viện dẫn văn bản đang có hiệu lực {replacedBy}. Nếu cố ý nhắc văn bản cũ, ghi hethieuluc trong <CanCu>, hoặc expired: true ở câu hỏi và phần đầu bài.",
  ],
  "document-not-expired": [
    "Bài ghi văn bản “{number}” đã hết hiệu lực, danh mục ghi còn hiệu lực.",
    "Bỏ hethieuluc (hoặc expired: true), hoặc sửa tình trạng trong danh mục văn bản.",
  ],
  "document-not-yet-in-force": [
    "Văn bản “{number}” chưa có hiệu lực, có hiệu lực từ {day}.",
    "Công bố từ ngày đó, hoặc nói rõ trong bài ngày văn bản có hiệu lực.",
  ],
  "document-changed-in-browser": [
    "Văn bản “{number}” đã được sửa trên trình duyệt nên tệp này chưa được dùng.",
    "Tải tệp của văn bản ở trang của văn bản đó và chép vào content/documents; sau lần khởi động kế tiếp, tệp lại được dùng như trước.",
  ],
  "document-duplicate": ["Số hiệu “{number}” đã có ở {file}.", "Giữ lại một tệp."],
  "document-replacement-unknown": [
    "Văn bản thay thế “{number}” chưa có trong danh mục.",
    "Thêm văn bản thay thế vào content/documents, hoặc sửa số hiệu.",
  ],
  "front-matter-missing": [
    "Bài học không có phần đầu trang.",
    "Bắt đầu tệp bằng dòng ---, các khóa id, title, summary, …, rồi dòng ---.",
  ],
  "front-matter-language": [
    "Phần đầu trang ghi ngôn ngữ “{language}”.",
    "Dòng đầu chỉ là ---; phần đầu trang luôn là YAML.",
  ],
  "front-matter-unclosed": ["Phần đầu trang không có dòng --- kết thúc.", "Thêm một dòng --- sau khóa cuối cùng."],
  "mdx-syntax": [
    "Không đọc được đoạn này: {reason}.",
    "Kiểm tra dấu <, >, { và } ở chỗ này; muốn hiện chính các dấu đó thì viết \\< và \\{.",
  ],
  "sign-less-than": [
    "Dấu < ở đây được hiểu là mở một thành phần.",
    "Muốn hiện chính dấu này thì viết \\<, hoặc viết bằng chữ: nhỏ hơn, dưới.",
  ],
  "mdx-unclosed": [
    "Thẻ “{tag}” không khớp thẻ mở với thẻ đóng.",
    "Đặt thẻ mở và thẻ đóng mỗi thẻ một dòng riêng, có dòng trống ở giữa nội dung.",
  ],
  "mdx-import": [
    "Bài học không được dùng import.",
    "Xóa dòng này; các thành phần của bài học có sẵn, không cần khai báo.",
  ],
  "mdx-export": ["Bài học không được dùng export.", "Xóa dòng này; thông tin của bài đặt ở phần đầu trang."],
  "mdx-expression": [
    "Bài học không được chứa mã trong ngoặc nhọn.",
    "Viết chữ thẳng ra; muốn hiện dấu ngoặc nhọn thì viết \\{.",
  ],
  "mdx-comment": ["Bài học không được chứa ghi chú trong ngoặc nhọn.", "Xóa ghi chú."],
  "html-comment": ["Bài học không được chứa ghi chú HTML (<!-- -->).", "Xóa ghi chú."],
  "html-tag": [
    "Bài học không được chứa thẻ HTML <{tag}>.",
    "Viết bằng Markdown hoặc dùng một thành phần của bài học: {allowed}.",
  ],
  autolink: ["Địa chỉ không đặt trong dấu < >.", "Viết [chữ hiển thị](https://…)."],
  "unknown-component": ["Không có thành phần <{name}>.", "Dùng một trong các thành phần: {allowed}."],
  "unknown-prop": [
    "<{component}> không có thuộc tính “{prop}”.",
    "Xóa thuộc tính này; các thuộc tính được dùng: {allowed}.",
  ],
  "missing-prop": ["<{component}> thiếu thuộc tính “{prop}”.", 'Thêm {prop}="…".'],
  "prop-expression": [
    "Thuộc tính “{prop}” của <{component}> chứa mã trong ngoặc nhọn.",
    'Viết giá trị trong dấu nháy: {prop}="…".',
  ],
  "prop-value": ["Thuộc tính “{prop}” của <{component}> có giá trị không hợp lệ.", "Cần: {allowed}."],
  "prop-repeated": ["Thuộc tính “{prop}” của <{component}> được viết hai lần.", "Giữ lại một lần."],
  "spread-props": ["<{component}> dùng {...}.", "Xóa phần trong ngoặc nhọn và viết từng thuộc tính ra."],
  "component-place": ["<{component}> đặt sai chỗ.", "Đặt {place}."],
  "component-content": ["Nội dung của <{component}> không đúng dạng.", "Bên trong chỉ gồm {content}."],
  "option-count": ["<{component}> có {count} <{option}>.", "Cần từ {least} đến {most} <{option}>."],
  "one-right-answer": ["<KiemTra> có {count} lựa chọn đúng.", "Đánh dấu “dung” ở đúng một <LuaChon>."],
  "empty-text": ["<{component}> không có nội dung.", "Viết ít nhất một câu bên trong."],
  "link-address": [
    "Địa chỉ liên kết không được phép: “{url}”.",
    "Dùng địa chỉ https:, mailto:, # trong bài, hoặc id của bài học khác.",
  ],
  "link-broken": [
    "Liên kết “{url}” không dẫn tới đâu.",
    "Sửa thành mục có trong bài, hoặc id của một bài học trong khóa.",
  ],
  "image-no-alt": ["Hình không có lời mô tả.", "Viết mô tả trong ngoặc vuông: ![mô tả hình](media/ten-hinh.png)."],
  "image-place": [
    "Hình “{url}” không nằm trong media/ của khóa học.",
    "Chép hình vào media/ và ghi media/ten-hinh.png (png, jpg, webp, avif, gif).",
  ],
  "image-missing": ["Không tìm thấy hình “{url}”.", "Thêm hình vào thư mục media/, hoặc sửa tên."],
  "media-missing": ["Không tìm thấy tệp “{url}”.", "Thêm tệp vào media/ của khóa học, hoặc sửa tên."],
  "heading-level-one": [
    "Bài học dùng tiêu đề cấp một (#).",
    "Dùng ##; tiêu đề cấp một là tên bài, lấy từ phần đầu trang.",
  ],
  "heading-too-deep": ["Tiêu đề cấp {level} quá sâu.", "Chỉ dùng ## và ###."],
  "heading-order": ["Tiêu đề ### đứng trước tiêu đề ## đầu tiên.", "Đặt một tiêu đề ## ở trước, hoặc đổi thành ##."],
  "heading-empty": ["Tiêu đề không có chữ.", "Viết tiêu đề hoặc xóa dấu #."],
  "id-duplicate": ["Mã “{id}” đã dùng ở dòng {line} của bài.", "Đặt mã khác."],
  "table-columns": ["Dòng này của bảng có {found} ô, dòng đầu có {expected} ô.", "Thêm hoặc bớt ô cho đủ {expected}."],
  "table-broken": ["Bảng không được nhận ra.", "Để một dòng trống trước bảng; mỗi dòng của bảng bắt đầu bằng |."],
  "syntax-not-allowed": [
    "Bài học không dùng được cú pháp này ({kind}).",
    "Viết lại bằng đoạn văn, danh sách, bảng hoặc trích dẫn.",
  ],
  "too-deep": ["Nội dung lồng nhau quá {limit} cấp.", "Viết lại với ít cấp hơn."],
  "too-many-parts": ["Bài học có quá {limit} phần tử.", "Chia thành nhiều bài."],
  "line-too-long": ["Dòng dài quá {limit} ký tự.", "Chia thành nhiều đoạn, cách nhau bằng dòng trống."],
} as const;
