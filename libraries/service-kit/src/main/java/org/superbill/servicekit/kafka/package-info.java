/** How a service reaches Kafka, and the topics that the events need there. */
@NullMarked
package org.superbill.servicekit.kafka;

import org.jspecify.annotations.NullMarked;
