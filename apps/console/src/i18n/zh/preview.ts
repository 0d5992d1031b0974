/** 预览 */
export const preview = {
  open: '预览',
  of: '预览 {{name}}',
  wordsOnly: '只显示文字,版式以原件为准。',
  cannot: '如果这里看不到,请下载后打开:',
};
