/** Writes that may be sent twice: the first answer is stored with the change, in one transaction, and given again for the same {@code Idempotency-Key}. */
@NullMarked
package org.superbill.servicekit.idempotency;

import org.jspecify.annotations.NullMarked;
