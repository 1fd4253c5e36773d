/** Audits of what coders coded: samples that can be drawn again, second codings or reviews, scores, rebuttals and what follows of them. */
@NullMarked
package org.superbill.coding.codingaudit;

import org.jspecify.annotations.NullMarked;
