package org.superbill.servicekit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which of the records that have come can be taken together. Pure. */
final class Batches {
    private Batches() {}

    /**
     * @param isTakenTogether whether events of a type can be
     * @return the first record and those right behind it that are of the same topic, type and organization, up to the first whose key
     *     has been among them: its turn comes when its predecessor is done
     */
    static List<ConsumerRecord<byte[], byte[]>> first(
            List<ConsumerRecord<byte[], byte[]>> messages, Predicate<String> isTakenTogether) {
        var first = messages.get(0);
        var type = header(first, "ce_type");
        if (first.value() == null || type == null || !isTakenTogether.test(new String(type, UTF_8))) {
            return messages.subList(0, 1);
        }
        var organization = header(first, "ce_organization");
        var subjects = new HashSet<String>();
        var end = 0;
        while (end < messages.size()) {
            var message = messages.get(end);
            var subject = header(message, "ce_subject");
            if (message.value() == null
                    || !message.topic().equals(first.topic())
                    || !Arrays.equals(header(message, "ce_type"), type)
                    || !Arrays.equals(header(message, "ce_organization"), organization)
                    || !subjects.add(subject == null ? "" : new String(subject, UTF_8))) {
                break;
            }
            end++;
        }
        return messages.subList(0, Math.max(1, end));
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
