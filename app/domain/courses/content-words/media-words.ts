/** What is wrong with a medium, and how to mend it. */
export const mediaVi = {
  "media-type": [
    "Nội dung của tệp “{path}” không phải dạng mà tên tệp nói ({found}).",
    "Xuất tệp đúng dạng từ phần mềm gốc; đổi đuôi tên tệp không làm đổi dạng tệp.",
  ],
  "media-kind": [
    "Tệp “{path}” không phải dạng dùng được trong bài học ({found}).",
    "Dùng hình PNG, JPEG, WebP, AVIF; video MP4, WebM; âm thanh MP3, OGG; phụ đề VTT; tài liệu PDF.",
  ],
  "media-damaged": ["Tệp “{path}” bị hỏng, không mở được.", "Mở tệp trên máy, lưu lại rồi tải lên lần nữa."],
  "media-count": ["Khóa học có {count} tệp tư liệu, nhiều nhất {limit}.", "Xóa những tệp không bài nào dùng."],
  "media-total": ["Tư liệu của khóa học có {size} MB, nhiều nhất {limit} MB.", "Xóa hoặc nén bớt tệp lớn."],
  "image-svg": [
    "Hình SVG không dùng được vì có thể chứa mã chạy trong trình duyệt.",
    "Xuất hình ra PNG hoặc WebP rồi tải lên.",
  ],
  "image-pixels": [
    "Hình “{path}” có {width} × {height} điểm ảnh, vượt giới hạn {limit} triệu.",
    "Thu nhỏ hình rồi tải lên; trang bài học chỉ cần rộng 1.600 điểm ảnh.",
  ],
  "image-moving": ["Hình “{path}” là ảnh động.", "Dùng hình tĩnh, hoặc video có phụ đề mà người học dừng được."],
  "image-metadata": [
    "Hình “{path}” còn mang thông tin kèm theo (máy chụp, ngày giờ, có thể cả nơi chụp).",
    "Tải hình qua trang Tư liệu để hệ thống làm sạch, hoặc xóa thông tin đó bằng phần mềm ảnh.",
  ],
  "captions-header": ["Dòng đầu của tệp phụ đề không phải WEBVTT.", "Xuất phụ đề ở dạng WebVTT (.vtt)."],
  "captions-time": [
    "Không đọc được mốc thời gian “{text}”.",
    "Viết dạng 00:01:05.000 --> 00:01:09.500, có ba chữ số sau dấu chấm.",
  ],
  "captions-order": ["Mốc thời gian “{text}” đi lùi.", "Mốc kết thúc sau mốc bắt đầu; các câu theo thứ tự thời gian."],
  "captions-empty": ["Phụ đề không có câu nào.", "Mỗi câu gồm một dòng mốc thời gian và ít nhất một dòng chữ."],
  "pdf-active": [
    "Tệp PDF “{path}” chứa phần có thể tự chạy hoặc tệp đính kèm ({found}).",
    "In lại tài liệu ra PDF (Lưu dưới dạng PDF) rồi tải lên.",
  ],
  "pdf-locked": [
    "Tệp PDF “{path}” có mật khẩu hoặc bị mã hóa nên không kiểm tra được.",
    "Bỏ mật khẩu rồi lưu lại, hoặc in lại ra PDF.",
  ],
} as const;

type Words = Record<keyof typeof mediaVi, readonly [string, string]>;

export const mediaEn = {
  "media-type": [
    "What “{path}” holds is not what its name says ({found}).",
    "Export the file in the right format; another ending makes no other format.",
  ],
  "media-kind": [
    "“{path}” is of no kind that a lesson can use ({found}).",
    "Use pictures as PNG, JPEG, WebP, AVIF; video as MP4, WebM; audio as MP3, OGG; captions as VTT; documents as PDF.",
  ],
  "media-damaged": ["“{path}” is damaged and cannot be opened.", "Open it on your computer, save it, upload it again."],
  "media-count": ["The course has {count} media files, at most {limit}.", "Delete those that no lesson uses."],
  "media-total": ["The media of the course are {size} MB, at most {limit} MB.", "Delete or compress large files."],
  "image-svg": [
    "SVG pictures are not taken: they may hold code that runs in a browser.",
    "Export the picture as PNG or WebP and upload that.",
  ],
  "image-pixels": [
    "“{path}” has {width} × {height} pixels, more than {limit} million.",
    "Make the picture smaller; a lesson needs a width of 1,600 pixels.",
  ],
  "image-moving": [
    "“{path}” is an animated picture.",
    "Use a still one, or a video with captions that can be stopped.",
  ],
  "image-metadata": [
    "“{path}” still carries data about itself (camera, time, perhaps the place).",
    "Upload it on the page Media, which cleans it, or remove the data with a picture program.",
  ],
  "captions-header": ["The first line of the captions is not WEBVTT.", "Export the captions as WebVTT (.vtt)."],
  "captions-time": [
    "The times “{text}” cannot be read.",
    "Write 00:01:05.000 --> 00:01:09.500, with three digits behind the dot.",
  ],
  "captions-order": ["The times “{text}” run backwards.", "The end comes after the start, and cues in order of time."],
  "captions-empty": ["There is no cue in the captions.", "A cue is a line of times and at least one line of words."],
  "pdf-active": [
    "The PDF “{path}” holds something that may run by itself, or attached files ({found}).",
    "Print the document to PDF once more and upload that.",
  ],
  "pdf-locked": [
    "The PDF “{path}” has a password or is encrypted and cannot be checked.",
    "Remove the password, or print it to PDF once more.",
  ],
} as const satisfies Words;
