/** Events leave with the change that they tell of: written in its transaction, relayed to Kafka after it, at least once. */
@NullMarked
package org.superbill.servicekit.outbox;

import org.jspecify.annotations.NullMarked;
