/// The application's health endpoint over HTTP.
@NullMarked
package dev.daybreak.http;

import org.jspecify.annotations.NullMarked;
