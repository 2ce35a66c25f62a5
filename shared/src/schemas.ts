/* The second entry: schemas, for whoever validates. TypeBox follows them, so threads and screens do without. */
export { EveningExportSchema } from "./exports/evening-schema.ts";
export {
  AmendBody,
  BadgeBody,
  CorrectionBody,
  DefectSchema,
  DispatchBody,
  FinishBody,
  HandCountBody,
  JoinBody,
  ReturnBody,
  ScanBody,
  SettleBody,
  SplitBody,
  UndoBody,
} from "./floor/act-schema.ts";
export { OperatorModeSchema, OperatorSchema } from "./floor/operator-schema.ts";
export { DeduceLimitSchema, DefectListSchema } from "./floor/settings-schema.ts";
export { CuttingSchema } from "./orders/cutting-schema.ts";
export { OrderSchema } from "./orders/order-schema.ts";
export { OperationSchema, RoutingSchema } from "./orders/routing-schema.ts";
export { StyleSchema } from "./orders/style-schema.ts";
export { CartonContentSchema } from "./orders-desk/carton-schema.ts";
export { personal, personFieldsIn } from "./people/person-field.ts";
export { CalendarSchema, PlanSchema } from "./plan/schema.ts";
export { PrivacySchema } from "./privacy/privacy-schema.ts";
export { FollowSettingsSchema } from "./supervision/follow-schema.ts";
export { CallSettingsSchema, UpkeepLimitsSchema } from "./supervision/settings-schema.ts";
export {
  CallBody,
  CallStepBody,
  CauseListSchema,
  InspectionBody,
  MessageBody,
  StopBody,
  StopScopeSchema,
  TargetBody,
  UpkeepBody,
} from "./supervision/word-schema.ts";
export {
  QualityTargetsSchema,
  ScreenSettingsSchema,
} from "./supervision/workshop-settings-schema.ts";
