package org.superbill.servicekit.inbox;

/**
 * An event as it crossed Kafka.
 *
 * @param data JSON; not to be changed
 */
public record RawEvent(String topic, Envelope envelope, byte[] data) {}
