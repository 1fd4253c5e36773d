package org.superbill.servicekit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which of the records that have come can be taken together. Pure. */
final class Batches {
    /** So that one transaction does not hold the rows of too many things, nor do too much again when one event fails. */
    static final int LIMIT = 32;

    private Batches() {}

    /**
     * @param isTakenTogether whether a handler takes events of a type as a whole
     * @return what a transaction takes: as many as there are for such a handler, else a run of one organization's
     */
    static List<ConsumerRecord<byte[], byte[]>> next(
            List<ConsumerRecord<byte[], byte[]>> messages, Predicate<String> isTakenTogether) {
        var first = first(messages, isTakenTogether);
        return first.size() > 1 || isTakenTogether.test(type(messages.get(0)))
                ? first
                : ofOneOrganization(messages, isTakenTogether);
    }

    /** Events in their order, in runs of one topic and type, no two of one subject in a run. */
    static List<List<Arrived>> runs(List<Arrived> events) {
        var runs = new ArrayList<List<Arrived>>();
        var subjects = new HashSet<String>();
        for (var event : events) {
            var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !isSameKind(last.get(0), event) || !subjects.add(event.subject())) {
                last = new ArrayList<>();
                runs.add(last);
                subjects.clear();
                subjects.add(event.subject());
            }
            last.add(event);
        }
        return runs;
    }

    private static boolean isSameKind(Arrived one, Arrived other) {
        return one.topic().equals(other.topic())
                && one.envelope().type().equals(other.envelope().type());
    }

    private static List<ConsumerRecord<byte[], byte[]>> ofOneOrganization(
            List<ConsumerRecord<byte[], byte[]>> messages, Predicate<String> isTakenTogether) {
        var organization = header(messages.get(0), "ce_organization");
        var end = 1;
        while (end < Math.min(LIMIT, messages.size())) {
            var message = messages.get(end);
            if (messages.get(0).value() == null
                    || message.value() == null
                    || isTakenTogether.test(type(message))
                    || !Arrays.equals(header(message, "ce_organization"), organization)) {
                break;
            }
            end++;
        }
        return messages.subList(0, end);
    }

    private static String type(ConsumerRecord<byte[], byte[]> message) {
        var type = header(message, "ce_type");
        return type == null ? "" : new String(type, UTF_8);
    }

    /**
     * @param isTakenTogether whether events of a type can be
     * @return the first record and those right behind it that are of the same topic, type and organization, up to the first whose key
     *     has been among them: its turn comes when its predecessor is done
     */
    private static List<ConsumerRecord<byte[], byte[]>> first(
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
