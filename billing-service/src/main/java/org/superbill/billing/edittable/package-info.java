/** CMS's tables for the edits of claims (NCCI pairs, unit limits, add-on codes, physician fee schedule): loaded as published, dated, reversible, kept compact in memory. */
@NullMarked
package org.superbill.billing.edittable;

import org.jspecify.annotations.NullMarked;
