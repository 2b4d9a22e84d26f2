package dev.daybreak.rehearsal.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A whole rehearsal that the everyday build leaves out, because others cover most of it: it runs
/// with `-Ddaybreak.all=true`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "daybreak.all", matches = "true")
@interface Thorough {}
