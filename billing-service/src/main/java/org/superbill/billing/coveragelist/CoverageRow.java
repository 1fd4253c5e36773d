package org.superbill.billing.coveragelist;

/**
 * A row of a list.
 *
 * @param first ICD-10-CM without the dot: a code, or a category, which stands for all that is under it
 * @param last equals {@code first}, unless the row names a range
 * @param covered false: the procedure is not covered for these
 */
record CoverageRow(String procedure, String first, String last, boolean covered) {}
