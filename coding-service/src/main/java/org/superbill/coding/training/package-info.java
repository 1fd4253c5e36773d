/** Practice cases with a right answer, kept apart from real ones: nothing of them reaches billing. */
@NullMarked
package org.superbill.coding.training;

import org.jspecify.annotations.NullMarked;
