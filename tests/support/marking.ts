import { manifest } from "./course";
import { reflection, single } from "./questions";

/** Two criteria, "nhan-dien" with 0, 1, 2 points and "cach-xu-ly" with 0, 3; five points are all of it. */
export const rubric = [
  {
    id: "nhan-dien",
    criterion: "Nhận diện vấn đề",
    levels: [
      { points: 0, text: "Chưa nhận ra" },
      { points: 1, text: "Nhận ra một phần" },
      { points: 2, text: "Nhận ra đầy đủ" },
    ],
  },
  {
    id: "cach-xu-ly",
    criterion: "Cách xử lý",
    levels: [
      { points: 0, text: "Chưa đúng quy định" },
      { points: 3, text: "Đúng quy định" },
    ],
  },
];

/** A test of two questions with keys (one mark each) and one written answer that is worth `marks`. */
export const writtenBank = (marks = 2) => [
  single("k-1", "chu-de", "b"),
  single("k-2", "chu-de", "b"),
  reflection("tu-luan", "viet", { rubric, marks, minWords: undefined }),
];

export const writtenCourse = {
  topics: { "chu-de": "Chủ đề", viet: "Viết" },
  test: {
    ...manifest.test!,
    draw: [
      { topic: "chu-de", count: 2 },
      { topic: "viet", count: 1 },
    ],
  },
};
