/** What a report of an import or export says: what is so, and how to mend it or what follows. */
export const vi = {
  // The file as a whole.
  "file-missing": ["Không mở được tệp “{file}”.", "Kiểm tra đường dẫn và quyền đọc tệp."],
  "file-empty": ["Tệp không có nội dung.", "Chọn tệp khác."],
  "file-too-large": [
    "Tệp nặng {size} MB, giới hạn là {limit} MB.",
    "Chia tệp thành nhiều phần, bỏ hình ảnh trong tệp.",
  ],
  "file-binary": ["Tệp không phải là tệp chữ.", "Chọn đúng định dạng của tệp."],
  "encoding-broken": [
    "Dòng {line} có byte không đúng UTF-8 (byte thứ {offset} của tệp).",
    "Mở tệp bằng phần mềm đã soạn ra nó và lưu lại với bảng mã UTF-8.",
  ],
  "encoding-unknown": [
    "Không nhận ra bảng mã của tệp (không phải UTF-8, UTF-16, TCVN3, VNI hay Windows-1258).",
    "Lưu lại tệp với bảng mã UTF-8.",
  ],
  "no-questions": ["Tệp không có câu hỏi nào.", "Kiểm tra định dạng đã chọn và nội dung của tệp."],
  "too-many-questions": ["Tệp có {found} câu hỏi, giới hạn là {limit}.", "Chia tệp thành nhiều phần."],
  "hidden-characters": ["Đã bỏ {count} ký tự ẩn.", "Không cần làm gì."],
  converted: ["Chữ trong tệp được chuyển từ {from} sang Unicode.", "Xem vài câu trước và sau khi chuyển."],
  "yaml-broken": ["{what}", "Sửa dòng này rồi nhập lại."],
  "yaml-no-bank": ["Tệp không phải là ngân hàng câu hỏi.", "Tệp cần có khóa topic, title và questions."],
  "xml-broken": ["Tệp XML sai cú pháp: {what}.", "Xuất lại tệp từ Moodle, không sửa bằng tay."],
  "xml-no-quiz": [
    "Tệp XML không phải của Moodle: phần tử ngoài cùng là <{found}>.",
    "Chọn tệp “Moodle XML” có phần tử <quiz>.",
  ],
  "xml-doctype": ["Tệp XML có khai báo DOCTYPE.", "Xuất lại tệp từ Moodle; khai báo này không được nhận."],
  "xlsx-broken": ["Tệp không phải là bảng tính .xlsx hoặc đã hỏng ({what}).", "Mở bằng Excel và lưu lại dạng .xlsx."],
  "xlsx-password": ["Bảng tính có mật khẩu hoặc là dạng .xls cũ.", "Bỏ mật khẩu và lưu lại dạng .xlsx."],
  "xlsx-bomb": [
    "Bảng tính giải nén ra {size} MB, giới hạn là {limit} MB.",
    "Chép riêng các câu hỏi sang tệp mẫu rồi nhập lại; không mở tệp nếu không rõ nguồn gốc.",
  ],
  "xlsx-columns": ["Bảng tính thiếu cột: {missing}.", "Dùng tệp mẫu và giữ nguyên dòng tiêu đề."],
  "xlsx-column-unknown": ["Cột “{column}” không có trong mẫu nên không được đọc.", "Xóa cột hoặc sửa lại tên cột."],
  "xlsx-column-twice": ["Cột “{column}” xuất hiện hai lần.", "Giữ lại một cột."],

  // One question.
  "unclosed-brace": [
    "Dấu { ở dòng {line} không có dấu } đóng lại.",
    "Thêm dấu } ở cuối các phương án; viết \\{ nếu là chữ.",
  ],
  "stray-brace": ["Có dấu } mà không có dấu { mở trước nó.", "Thêm dấu { hoặc viết \\} nếu là chữ."],
  "second-answers": ["Câu hỏi có hai cặp { }.", "Để một dòng trống giữa hai câu hỏi; viết \\{ và \\} nếu là chữ."],
  "answer-without-sign": ["“{answer}” đứng trước phương án đầu tiên.", "Đặt dấu = hoặc ~ trước mỗi phương án."],
  "few-answers": ["Câu hỏi có quá ít phương án.", "Cần ít nhất hai phương án."],
  "bad-weight": ["Trọng số của “{answer}” không hợp lệ.", "Trọng số từ -100 đến 100, viết như %50%."],
  "pair-without-arrow": ["“{answer}” không có dấu -> giữa hai vế.", "Viết =vế trái -> vế phải."],
  "not-a-number": ["“{answer}” không phải là số, khoảng hay sai số.", "Viết như 5, 5:0.1 hoặc 4..6."],
  "no-stem": ["Câu hỏi không có nội dung hỏi.", "Viết câu hỏi trước các phương án."],
  "kind-not-offered": ["Loại câu hỏi “{kind}” chưa được hỗ trợ.", "Viết lại thành một trong các loại đang có."],
  incomplete: ["Câu hỏi thiếu {what}.", "Bổ sung trong tệp, hoặc nhập làm bản nháp rồi bổ sung sau."],
  "question-invalid": ["Câu hỏi không hợp lệ: {faults}.", "Sửa câu hỏi theo mẫu của loại câu hỏi đó."],
  "two-right-answers": [
    "Câu một lựa chọn có hơn một phương án đúng trọn điểm.",
    "Giữ một phương án đúng hoặc chuyển sang nhiều lựa chọn.",
  ],
  "no-right-answer": ["Câu hỏi không có phương án đúng.", "Đánh dấu phương án đúng."],
  "duplicate-id": ["Mã “{id}” đã dùng ở dòng {line}.", "Đặt mã khác cho câu hỏi này."],
  "embedded-file": ["Câu hỏi có tệp nhúng (hình, âm thanh).", "Bỏ tệp nhúng, mô tả bằng lời."],
  "aiken-no-answer": ["Câu hỏi không có dòng ANSWER.", "Thêm dòng ANSWER: và chữ cái của phương án đúng."],
  "aiken-letter-twice": ["Hai phương án cùng mang chữ {letter}.", "Đánh lại chữ cái của các phương án."],
  "aiken-answer-unknown": ["Đáp án “{answer}” không phải là chữ cái của một phương án.", "Sửa dòng ANSWER."],
  "formula-cell": ["Ô {cell} chứa công thức.", "Chép ô và dán lại dạng giá trị."],
  "error-cell": ["Ô {cell} báo lỗi {value}.", "Sửa nội dung của ô."],
  "type-unknown": ["“{value}” không phải là loại câu hỏi.", "Chọn trong danh sách của cột Loại câu hỏi."],
  "key-unknown": [
    "Đáp án “{value}” không khớp với các phương án.",
    "Ghi chữ cái của phương án (B hoặc A, C), hoặc Đúng/Sai.",
  ],
  "gap-in-options": ["Phương án {letter} để trống mà phương án sau có chữ.", "Dồn các phương án lại cho liền nhau."],
  "xml-unknown-answer": ["Câu đúng/sai không nói rõ đáp án nào đúng.", 'Sửa phần tử <answer fraction="100">.'],

  "case-unknown": ["Câu hỏi thuộc tình huống “{case}” không có trong tệp.", "Thêm văn bản tình huống, hoặc sửa mã."],
  "case-invalid": ["Văn bản tình huống không hợp lệ: {faults}.", "Cần id, title và text."],
  "case-differs": ["Tình huống “{id}” đã có nội dung khác ở dòng {line}.", "Đặt mã khác, hoặc chỉ ghi mã."],
  "any-number-right": ["Câu hỏi nhận mọi số là đúng.", "Ghi số hoặc khoảng được chấp nhận."],
  "no-gap": ["Đoạn văn không có chỗ trống.", "Viết [[1]], [[2]] vào chỗ trống."],
  "gap-without-choice": ["Chỗ trống [[{gap}]] không có lựa chọn nào.", "Thêm lựa chọn, hoặc sửa số của chỗ trống."],
  "gap-options-unclear": [
    "Không đọc được các lựa chọn ở Phương án {letter}.",
    "Viết như “tôn trọng* / né tránh”, đúng một lựa chọn có dấu *; nhận xét đủ theo cùng thứ tự hoặc để trống.",
  ],
  "percent-unclear": [
    "Không đọc được phần điểm “{value}”.",
    "Ghi chữ cái của phương án và phần trăm, như B 50%; đủ điểm thì để trống.",
  ],
  "grades-unclear": [
    "Không đọc được mức của các cách xử lý: “{value}”.",
    "Ghi mỗi phương án một mức: A tốt nhất, B chấp nhận được, C rủi ro, D vi phạm.",
  ],
  "options-unwanted": ["Câu tự luận không có phương án.", "Để trống các cột Phương án, hoặc chọn loại khác."],
  "cloze-kinds": [
    "Đoạn văn (cloze) có chỗ trống loại {kind}; chỉ nhận chỗ trống chọn một phương án.",
    "Đổi các chỗ trống thành MULTICHOICE, hoặc tách thành nhiều câu.",
  ],

  // What was taken otherwise than it stands.
  "filled-in": [
    "Tệp không có {what}; câu hỏi được nhận ở trạng thái nháp với dòng ghi rõ là chưa có.",
    "Bổ sung trước khi dùng.",
  ],
  "topic-unsorted": ["Tệp không ghi chủ đề, câu hỏi được xếp vào “{topic}”.", "Chọn chủ đề khi nhập hoặc sau đó."],
  "feedback-borrowed": [
    "Phương án không có nhận xét riêng nên dùng giải thích chung.",
    "Viết nhận xét cho từng phương án khi có thể.",
  ],
  "id-changed": ["Mã “{from}” đổi thành “{to}”.", "Mã gồm chữ thường không dấu, chữ số và gạch nối."],
  "value-unknown": ["Không hiểu {field} “{value}”, dùng giá trị mặc định.", "Chọn lại sau khi nhập."],
  "partial-weights-lost": [
    "Câu một lựa chọn không giữ được điểm từng phần.",
    "Phương án đúng trọn điểm được giữ, các phương án khác là sai.",
  ],
  "weights-levelled": [
    "Các phương án đúng có điểm khác nhau, nay bằng nhau (mỗi phương án {share} %).",
    "Xem lại cách chấm.",
  ],
  "wrong-choices-cost": [
    "Chọn sai ở đây bị trừ một phần điểm như một lần chọn đúng, không xuống dưới 0.",
    "Xem lại cách chấm.",
  ],
  "format-lost": ["Chữ được giữ, còn {what} bị bỏ.", "Xem lại câu hỏi."],
  "blank-line-in-braces": ["Bỏ qua dòng trống trong dấu ngoặc.", "Moodle không nhận dòng trống ở đó."],
  "combined-feedback-lost": ["Nhận xét chung theo điểm bị bỏ.", "Đưa vào phần giải thích nếu cần."],
  "hints-cut": ["Chỉ giữ {limit} gợi ý đầu tiên.", "Gộp các gợi ý nếu cần."],
  "case-unused": [
    "Đoạn mô tả được nhận làm văn bản tình huống “{id}”, nhưng chưa câu hỏi nào trong tệp thuộc tình huống này.",
    "Ghi case: {id} ở các câu hỏi về tình huống đó.",
  ],
  "negative-marks-lost": ["Câu trả lời bị trừ điểm nay được 0 điểm.", "Xem lại cách chấm."],
  "essay-unmarked": ["Câu tự luận được nhận là câu không tính điểm.", "Thêm rubric trong tệp YAML nếu có cán bộ chấm."],
  "order-marking-changed": [
    "Câu thứ tự được chấm theo từng vị trí, với đủ mọi bước.",
    "Đổi thành chấm trọn vẹn nếu cần.",
  ],
  "gaps-levelled": ["Các chỗ trống có điểm khác nhau, nay bằng nhau.", "Tách thành nhiều câu nếu cần."],
  "units-lost": ["Chỉ giữ đơn vị “{unit}”, các đơn vị quy đổi bị bỏ.", "Ghi rõ đơn vị trong câu hỏi."],
  "number-read-as": ["“{value}” được hiểu là số {number}.", "Viết số hàng nghìn không có dấu chấm nếu hiểu sai."],

  // What an export cannot hold.
  "pair-feedback-lost": ["Định dạng không giữ nhận xét của từng cặp.", "Dùng YAML hoặc bảng tính để giữ đủ."],
  "arrow-replaced": ["Dấu -> được viết thành →.", "GIFT dùng -> để nối hai vế của một cặp."],
  "gift-one-gap": ["GIFT chỉ viết được một chỗ trống, câu này có {count}.", "Dùng Moodle XML, YAML hoặc bảng tính."],
  "order-as-pairs": [
    "GIFT không có câu thứ tự: các bước được viết thành cặp “1 -> bước đầu”.",
    "Nhập lại vào đây vẫn là câu thứ tự; để Moodle hiểu thì dùng Moodle XML.",
  ],
  "rubric-lost": [
    "Định dạng không giữ thang chấm (rubric), nhập lại sẽ là câu không tính điểm.",
    "Dùng YAML để giữ đủ.",
  ],
  "option-citation-lost": ["Định dạng không giữ căn cứ của từng cách xử lý.", "Dùng YAML để giữ đủ."],
  "hint-lines-joined": ["Gợi ý nhiều dòng được viết thành một dòng.", "Dùng YAML để giữ nguyên."],
  "aiken-single-only": ["Aiken không viết được loại câu hỏi “{kind}”.", "Dùng định dạng khác."],
  "aiken-loses": [
    "Aiken chỉ giữ câu hỏi, phương án và đáp án.",
    "Dùng định dạng khác để giữ giải thích, nhận xét, căn cứ.",
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type ExchangeRule = keyof typeof vi;
