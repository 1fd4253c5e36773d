package org.superbill.coding.codefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants.
 *
 * @param release the label of the release, or null when the file says so itself
 * @param effectiveFrom its first day, or null when the file says so itself
 * @param preview true to read and compare, and to write nothing
 */
public record FileLoad(@Nullable String release, @Nullable LocalDate effectiveFrom, boolean preview) {}
