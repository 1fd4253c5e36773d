/**
 * The contracts between services: one record per event, listed in {@link org.superbill.events.EventContract}. No logic, no framework.
 * They travel as CloudEvents 1.0 in binary mode over Kafka; contracts only grow.
 */
@NullMarked
package org.superbill.events;

import org.jspecify.annotations.NullMarked;
