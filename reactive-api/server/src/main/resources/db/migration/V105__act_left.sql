-- When Keycloak broke off in the middle of an act: until recovery has looked, nobody knows how it came out.
ALTER TABLE account_act ADD COLUMN left_at timestamptz;
