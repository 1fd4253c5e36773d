/** Reports over claims and books: each figure with what it is made of, down to the entries and the segments of the files they came from. */
@NullMarked
package org.superbill.billing.report;

import org.jspecify.annotations.NullMarked;
