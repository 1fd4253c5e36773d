package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Note;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;

/**
 * The notes of a tabular list, each code with those above it. A note on a code holds on the days on which the code is described as in that list;
 * one on a block or chapter holds always. What addenda have withdrawn or added since holds accordingly.
 */
final class TabularNotes {
    /** Kinds whose first line may be continued by the others: "underlying disease, such as:". */
    private static final Set<NoteKind> WITH_LEAD = EnumSet.of(NoteKind.CODE_FIRST, NoteKind.USE_ADDITIONAL);

    private static final Predicate<LocalDate> ALWAYS = day -> true;
    private static final Predicate<LocalDate> NEVER = day -> false;
    private static final int CATEGORY = 3;

    private final LocalDate effectiveFrom;
    private final TabularAddenda addenda;
    private final Map<String, Predicate<LocalDate>> holds;
    /** A category without notes of its own stands here with those of its block. */
    private final Map<String, NotedEntry> byCode = new HashMap<>();

    /** Chapters and blocks of the list by subject. */
    private final Map<String, TabularList.Entry> tops = new HashMap<>();

    /** Of these the nearest entries, themselves or above, that have notes. */
    private final Map<String, Optional<NotedEntry>> notedTops = new HashMap<>();

    /** One of blocks before those in it. */
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param holds for a code of the list, on which days it is what the list says
     * @param titles of codes that are newer than the list
     */
    TabularNotes(TabularList list, Map<String, Predicate<LocalDate>> holds, UnaryOperator<String> titles) {
        this.effectiveFrom = list.effectiveFrom();
        this.addenda = TabularAddenda.since(list);
        this.holds = holds;
        var codes = new ArrayList<TabularList.Entry>();
        for (var entry : list.entries()) {
            if (entry.level() == NotedEntry.Level.CODE) {
                codes.add(entry);
            } else {
                tops.put(entry.subject(), entry);
            }
        }
        for (var entry : list.entries()) {
            if (entry.level() == NotedEntry.Level.BLOCK) {
                blocks.add(new Block(TabularBlock.of(entry.subject()), top(entry.subject())));
            }
        }
        codes.sort(
                Comparator.comparing(TabularList.Entry::subject)); // each behind those above it, whatever list it is of
        codes.forEach(this::addCode);
        addNewCodes(list, titles);
    }

    private @Nullable NotedEntry top(String subject) {
        var known = notedTops.get(subject);
        if (known != null) {
            return known.orElse(null);
        }
        var entry = tops.get(subject);
        var noted = entry == null ? null : noted(entry, ALWAYS, top(entry.under()));
        notedTops.put(subject, Optional.ofNullable(noted));
        return noted;
    }

    /** The first day that the list judges. */
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** Codes that came after the list, and whose notes came with them. */
    private void addNewCodes(TabularList list, UnaryOperator<String> titles) {
        var known = list.entries().stream().map(TabularList.Entry::subject).collect(Collectors.toSet());
        for (var subject : addenda.subjects()) {
            if (!known.contains(subject) && !subject.contains("-")) {
                var entry = new TabularList.Entry(
                        subject,
                        NotedEntry.Level.CODE,
                        titles.apply(subject),
                        List.of(),
                        "",
                        addenda.releaseOf(subject),
                        effectiveFrom);
                var noted = noted(entry, ALWAYS, of(subject));
                if (noted != null) {
                    byCode.put(subject, noted);
                }
            }
        }
    }

    /** A block and the nearest entry, itself or above it, that has notes. */
    private record Block(TabularBlock range, @Nullable NotedEntry notes) {}

    /** The entry of the code, or the nearest above it that has notes; null when none has. */
    @Nullable
    NotedEntry of(String code) {
        for (var length = code.length(); length >= CATEGORY; length--) {
            var entry = byCode.get(code.substring(0, length));
            if (entry != null) {
                return entry;
            }
        }
        return block(code.substring(0, CATEGORY));
    }

    /** Of the innermost block that reaches over the category, which the list itself need not have. */
    private @Nullable NotedEntry block(String category) {
        for (var i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).range().contains(category)) {
                return blocks.get(i).notes();
            }
        }
        return null;
    }

    private void addCode(TabularList.Entry entry) {
        var code = entry.subject();
        var above = code.length() == CATEGORY ? aboveCategory(entry) : of(code.substring(0, code.length() - 1));
        var noted = noted(entry, holds.getOrDefault(code, NEVER), above);
        if (noted != null && (noted != above || code.length() == CATEGORY)) {
            byCode.put(code, noted);
        }
    }

    /** A block that a later list has cut anew is no more: another has its codes. */
    private @Nullable NotedEntry aboveCategory(TabularList.Entry category) {
        return category.under().isEmpty() || tops.containsKey(category.under())
                ? top(category.under())
                : block(category.subject());
    }

    /** With its own notes, or, where it has none, just what is above it. */
    private @Nullable NotedEntry noted(
            TabularList.Entry entry, Predicate<LocalDate> holdsOn, @Nullable NotedEntry above) {
        var notes = notes(entry);
        return notes.isEmpty()
                ? above
                : new NotedEntry(entry.subject(), entry.level(), entry.title(), entry.release(), notes, holdsOn, above);
    }

    private List<Note> notes(TabularList.Entry entry) {
        var notes = new ArrayList<Note>();
        var leads = new HashMap<NoteKind, String>();
        for (var note : entry.notes()) {
            notes.add(note(note, leads, addenda.withdrawn(entry.subject(), note).orElse(null)));
        }
        for (var added : addenda.added(entry.subject())) {
            notes.add(note(added.note(), leads, added.how()));
        }
        return notes;
    }

    private static Note note(TabularList.Text note, Map<NoteKind, String> leads, Note.@Nullable Changed changed) {
        var isLead = note.text().endsWith(":") && WITH_LEAD.contains(note.kind());
        var lead = isLead ? "" : leads.getOrDefault(note.kind(), "");
        if (isLead) {
            leads.put(note.kind(), note.text());
        }
        return new Note(note.kind(), note.text(), lead, NoteReferences.of(note.text()), changed);
    }
}
