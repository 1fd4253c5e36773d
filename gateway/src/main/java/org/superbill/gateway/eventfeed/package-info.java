/** What happened, as the events tell it: the envelope of every event that crossed Kafka, in one order, without what it says. */
@NullMarked
package org.superbill.gateway.eventfeed;

import org.jspecify.annotations.NullMarked;
