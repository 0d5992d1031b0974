/** 任务被拒或没有做成时的用语,按规则。 */
export const jobRefusals = {
  jobs_state: '这项任务的状态已变,请看最新情况。',
  jobs_tooMany: '您已有{{limit}}项任务在排队或进行,请等一项完成或先取消一项。',
  jobs_format: '这项内容没有这种格式,请另选。',
  jobs_plan: '只有导出整改方案时才选方案。',
  jobs_archiveDay: '归档包和公开网页包按现状打包,不能选往日。',
  jobs_ownerGone: '提交这项任务的账号已停用。',
  jobs_rightsChanged: '做好这份文件之后您的权限有变动,不能再取;请重新导出。',
  jobs_storage: '服务器存储空间不足,请联系管理员清理后重试。',
  jobs_fault: '服务器出错,这项任务没有做成。请稍后重试;再不行,请把提交时间告诉管理员。',
  jobs_interrupted: '服务器几次中途停止,这项任务没有做成,请重试。',
  jobs_sourceGone: '上传的文件已不在,请重新导入。',
  jobs_storedFile: '佐证“{{file}}”在服务器上缺失或已损坏,归档包没有做成,请告诉管理员。',
};
