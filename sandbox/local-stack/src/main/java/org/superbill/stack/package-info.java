/** The whole system on one machine: embedded PostgreSQL, Kafka in a JVM of its own, and the launcher that starts, stops, kills and redelivers. */
@NullMarked
package org.superbill.stack;

import org.jspecify.annotations.NullMarked;
