package org.superbill.servicekit.inbox;

/** Whose order is kept: the subject of a topic, within one organization ({@code ''} for none). */
record Aggregate(String organization, String topic, String subject) {}
