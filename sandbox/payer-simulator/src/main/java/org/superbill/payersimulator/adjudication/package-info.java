/** What the payer decides of a claim: pure rules over records, published at {@code GET /rules}. */
@NullMarked
package org.superbill.payersimulator.adjudication;

import org.jspecify.annotations.NullMarked;
