/// The CDK app: states what is deployed, from `migration.json`.
@NullMarked
package dev.daybreak.infra;

import org.jspecify.annotations.NullMarked;
