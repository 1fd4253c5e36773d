package org.superbill.billing.connection;

import org.jspecify.annotations.Nullable;

/** A file that waits in a mailbox. */
public record MailboxFile(String id, String name, @Nullable String kind) {}
