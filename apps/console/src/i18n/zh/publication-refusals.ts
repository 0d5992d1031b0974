/** 公开稿的拒绝用语,按规则 */
export const publicationRefusals = {
  publications_hits: '还有{{count}}处个人信息没有处理:{{hits}}。请先在“个人信息”里逐处决定。',
  publications_empty: '台账里还没有问题,先导入或登记。',
  publications_pending: '台账有变化,请先逐段定采用哪一份。',
  publications_state: '公开稿的状态已变化,请刷新看最新情况。',
  publications_threePeople: '拟稿、审查、审批须是三个不同的人。',
  publications_notUp: '现在没有公开的内容,不必撤下。',
  publications_ground: '请选择五项理由之一。',
  publications_replacement: '请写公开的说法,或改为不公开。',
  publications_unmaskReason: '请写明不遮盖的理由。',
  publications_unmasked: '替换的文字里还有个人信息。',
  publications_paperSigner: '这位同志不能签现在这一步,请核对签字页。',
  publications_circular: '批准公开之后才能导出公开通报。',
};
