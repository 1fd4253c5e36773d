package org.superbill.billing.connection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to a partner. A file goes out in two steps, each of which may be done again: it is staged where the partner does not look,
 * and released, whole and at once. The caller writes down that it is staged before it releases it, so that after a crash it knows
 * which step to repeat: what is staged no more has been released.
 */
interface FileTransport extends AutoCloseable {
    /** @throws Unreachable when it is not certain that the whole file is there */
    void stage(UUID organization, String name, byte[] file);

    /**
     * @return the partner's id of the file, where it gives one
     * @throws Unreachable when it is not certain that the partner has the file
     */
    @Nullable
    String release(UUID organization, String name, byte[] file);

    /** What lies in the organization's mailbox and is complete. */
    List<MailboxFile> list(UUID organization);

    /**
     * @param mostBytes that are taken
     * @throws TooLarge when it has more
     * @throws Away only when the partner cannot be reached; what goes wrong with this file is told as {@link Unreachable}
     */
    byte[] fetch(UUID organization, String fileId, int mostBytes);

    /** Removes a file from the mailbox. @throws Away as {@link #fetch} */
    void remove(UUID organization, String fileId);

    @Override
    default void close() {}
}
