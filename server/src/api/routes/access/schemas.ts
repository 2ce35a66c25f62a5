import { Type } from "@fastify/type-provider-typebox";
import { ACCOUNT_ROLES, type AccountRole, PERMISSIONS, type Permission } from "@trame/shared";

export const At = Type.Integer({ description: "UTC ms" });
export const OrNull = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()]);
export const IdParams = Type.Object({ id: Type.String({ maxLength: 64 }) });
export const NoContent = Type.Null({ description: "Done" });

/** Longer than any that is taken, so that what is wrong is told by its rule. */
export const PasswordSchema = Type.String({ minLength: 1, maxLength: 1_024 });
export const NameSchema = Type.String({ minLength: 1, maxLength: 64 });
export const TotpSchema = Type.String({ pattern: "^[0-9]{6}$", description: "Of the phone" });
export const RoleSchema = Type.Unsafe<AccountRole>(
  Type.Union(ACCOUNT_ROLES.map((role) => Type.Literal(role))),
);
export const PermissionSchema = Type.Unsafe<Permission>(
  Type.Union(PERMISSIONS.map((permission) => Type.Literal(permission))),
);

export const AccountSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  isDisabled: Type.Boolean(),
  hasTotp: Type.Boolean({ description: "A code of a phone is wanted too" }),
  createdAt: At,
  passwordAt: At,
  passwordUntil: OrNull(
    Type.Integer({
      description:
        "Somebody else drew the password: until then, UTC ms, it opens the choice of one's own; null: its owner chose it",
    }),
  ),
});

export const SessionSchema = Type.Object({
  id: Type.String(),
  accountId: OrNull(Type.String({ description: "null: the admin token" })),
  isShared: Type.Boolean(),
  isCurrent: Type.Boolean({ description: "The one that asks" }),
  device: OrNull(Type.String({ description: "Browser and system" })),
  createdAt: At,
  seenAt: At,
  endsAt: Type.Integer({ description: "Unless it is used again, UTC ms" }),
});

export const ApiKeySchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  permissions: Type.Immutable(Type.Array(PermissionSchema)),
  createdAt: At,
  expiresAt: At,
  usedOn: OrNull(Type.String({ description: "YYYY-MM-DD, UTC; null: never" })),
});

export const ScreenSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal("wall"), Type.Literal("station")]),
  name: Type.String(),
  stationId: OrNull(Type.String()),
  isLetIn: Type.Boolean({ description: "It has fetched what it is known by" }),
  pairedAt: At,
  seenAt: OrNull(Type.Integer({ description: "Last connected or asked, UTC ms; null: not yet" })),
});
