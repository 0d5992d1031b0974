import type { BodyKind } from '@closeout/domain/vocabulary';
import type { PersonRole } from './types.ts';

/** A column of a directory sheet: heading in the template, other names, whether it must be filled. */
export interface TableColumn {
  field: string;
  header: string;
  synonyms: readonly string[];
  required?: boolean;
  width: number;
}

/** The four sheets: their names and columns. */
export const TABLES = {
  bodies: {
    sheet: '单位',
    names: ['单位', '机构', '党组织'],
    columns: [
      { field: 'name', header: '单位名称', synonyms: ['单位', '名称', '单位全称'], required: true, width: 32 },
      { field: 'shortName', header: '简称', synonyms: ['单位简称'], width: 16 },
      { field: 'kind', header: '类型', synonyms: ['单位类型'], width: 18 },
      { field: 'creditCode', header: '统一社会信用代码', synonyms: ['信用代码', '社会信用代码'], width: 24 },
      { field: 'regionCode', header: '行政区划代码', synonyms: ['区划代码'], width: 16 },
    ],
  },
  departments: {
    sheet: '部门',
    names: ['部门', '科室', '处室'],
    columns: [
      { field: 'body', header: '单位', synonyms: ['单位名称', '所属单位'], required: true, width: 32 },
      { field: 'name', header: '部门名称', synonyms: ['部门', '科室', '处室', '名称'], required: true, width: 24 },
    ],
  },
  posts: {
    sheet: '职务',
    names: ['职务', '岗位'],
    columns: [
      { field: 'body', header: '单位', synonyms: ['单位名称', '所属单位'], required: true, width: 32 },
      { field: 'title', header: '职务名称', synonyms: ['职务', '岗位', '名称'], required: true, width: 28 },
      { field: 'department', header: '所属部门', synonyms: ['部门', '科室'], width: 24 },
      { field: 'leadership', header: '班子成员', synonyms: ['是否班子成员'], width: 12 },
      { field: 'inChargeOf', header: '分管部门', synonyms: ['分管科室'], width: 32 },
    ],
  },
  people: {
    sheet: '人员',
    names: ['人员', '人员账号', '账号', '用户'],
    columns: [
      { field: 'body', header: '单位', synonyms: ['单位名称', '所属单位'], required: true, width: 32 },
      { field: 'department', header: '部门', synonyms: ['科室', '所属部门', '部门名称'], width: 24 },
      { field: 'post', header: '职务', synonyms: ['岗位', '职务名称'], width: 28 },
      { field: 'name', header: '姓名', synonyms: [], required: true, width: 14 },
      { field: 'login', header: '账号', synonyms: ['登录名', '用户名', '登录账号'], required: true, width: 20 },
      { field: 'roles', header: '角色', synonyms: ['系统角色', '权限'], width: 24 },
    ],
  },
} as const satisfies Record<string, { sheet: string; names: readonly string[]; columns: readonly TableColumn[] }>;

/** The words of each role; the first is the template's. */
export const ROLE_WORDS: Record<PersonRole, readonly string[]> = {
  HANDLER: ['承办人', '经办人'],
  DEPARTMENT_HEAD: ['部门负责人', '科室负责人'],
  LEADER: ['分管领导', '班子成员'],
  SECRETARY: ['党组书记', '党委书记', '书记', '主要负责人'],
  CLERK: ['整改办', '整改办联络员', '联络员'],
  DISCIPLINE_GROUP: ['派驻纪检监察组', '纪检监察组', '派驻纪检组'],
  INSPECTION_OFFICE: ['巡察办', '巡视办'],
  SYSTEM_ADMIN: ['系统管理员'],
  SECURITY_ADMIN: ['安全管理员', '安全保密管理员'],
  AUDIT_ADMIN: ['审计管理员', '安全审计员'],
};

/** The words of each kind of body; the first is the template's. */
export const KIND_WORDS: Record<BodyKind, readonly string[]> = {
  INSPECTED: ['被巡察单位', '被巡视单位'],
  OFFICE: ['巡察机构', '巡察办', '巡视机构'],
  DISCIPLINE_GROUP: ['派驻纪检监察组', '纪检监察组'],
};
