/** What a claim must fulfil before it may leave: one class an edit, pure over the facts; each has its page in docs/edits. */
@NullMarked
package org.superbill.billing.edits;

import org.jspecify.annotations.NullMarked;
