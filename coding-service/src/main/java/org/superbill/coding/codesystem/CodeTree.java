package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.TreeNode.Kind;
import org.superbill.servicekit.problem.Problem;

/** How the codes of a system stand under each other on a day: chapter, block, category, code; in ICD-10-PCS section, body system, table, code. */
@ApplicationScoped
class CodeTree {
    private static final int CATEGORY = 3;
    private static final String LAST = "~";

    private final CodeTreeStore store;
    private final Codes codes;

    CodeTree(CodeTreeStore store, Codes codes) {
        this.store = store;
        this.codes = codes;
    }

    /**
     * Where a code stands.
     *
     * @param chapter in ICD-10-PCS the section
     * @param block in ICD-10-PCS the body system
     * @param category in ICD-10-PCS the table
     * @param seventhCharacter whether the codes under it are whole only with a seventh character
     */
    record Place(
            @Nullable TreeNode chapter,
            @Nullable TreeNode block,
            @Nullable TreeNode category,
            boolean seventhCharacter) {
        static final Place NOWHERE = new Place(null, null, null, false);
    }

    Place place(CodeSystem system, String code, LocalDate on) {
        var release = codes.releases().of(system).inForce(on);
        if (release.isEmpty() || system.nesting() == CodeSystem.Nesting.FLAT) {
            return Place.NOWHERE;
        }
        var id = release.get().id();
        return switch (system) {
            case ICD_10_CM ->
                new Place(
                        Blocks.chapterOf(code).map(CodeTree::node).orElse(null),
                        Blocks.blockOf(code).map(CodeTree::node).orElse(null),
                        code.length() > CATEGORY ? category(system, id, code) : null,
                        code.length() < 7 && store.hasChildOfLength(id, code, 7));
            case ICD_10_PCS ->
                new Place(
                        section(code.substring(0, 1)),
                        bodySystem(id, code.substring(0, 2)),
                        code.length() > CATEGORY ? category(system, id, code) : null,
                        false);
            default -> above(store.above(id, system, code));
        };
    }

    private static Place above(List<TreeNode> path) {
        return new Place(last(path, Kind.CHAPTER), last(path, Kind.BLOCK), first(path, Kind.CATEGORY), false);
    }

    private static @Nullable TreeNode last(List<TreeNode> path, Kind kind) {
        return path.stream()
                .filter(node -> node.kind() == kind)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private static @Nullable TreeNode first(List<TreeNode> path, Kind kind) {
        return path.stream().filter(node -> node.kind() == kind).findFirst().orElse(null);
    }

    private @Nullable TreeNode category(CodeSystem system, long release, String code) {
        return store.find(release, system, code.substring(0, CATEGORY)).orElse(null);
    }

    /**
     * What stands under a place, a page at a time.
     *
     * @param under the id of a node, or a code; null for the top
     * @param after the position of the last one seen, 0 at first
     * @throws Problem {@code CODE_NOT_FOUND} when there is no such place on that day
     */
    List<Positioned> under(CodeSystem system, @Nullable String under, LocalDate on, int after, int limit) {
        var release = codes.releases().of(system).inForce(on);
        if (release.isEmpty()) {
            return List.of();
        }
        var id = release.get().id();
        if (system == CodeSystem.ICD_10_CM) {
            var groups = groupsOfDiagnoses(id, under);
            if (groups.isPresent()) {
                return after > 0 ? List.of() : positioned(groups.get());
            }
        } else if (system == CodeSystem.ICD_10_PCS) {
            var groups = groupsOfProcedures(id, under);
            if (groups.isPresent()) {
                return after > 0 ? List.of() : positioned(groups.get());
            }
        }
        var code = under == null ? null : code(system, under);
        if (code != null && store.find(id, system, code).isEmpty()) {
            throw notFound(system);
        }
        return store.children(id, system, code, after, limit);
    }

    /** A node with its place in the release, by which lists are paged. */
    record Positioned(int position, TreeNode node) {}

    /** Chapters, and what is in a chapter or a block; empty for a code. */
    private Optional<List<TreeNode>> groupsOfDiagnoses(long release, @Nullable String under) {
        if (under == null) {
            return Optional.of(Blocks.chapters().stream().map(CodeTree::node).toList());
        }
        var chapter = under.startsWith(Kind.CHAPTER.id(""));
        if (!chapter && !under.startsWith(Kind.BLOCK.id(""))) {
            return Optional.empty();
        }
        var outer = Blocks.find(chapter, under.substring(under.indexOf(':') + 1))
                .orElseThrow(() -> notFound(CodeSystem.ICD_10_CM));
        var categories = store.between(release, CodeSystem.ICD_10_CM, outer.first(), outer.last()).stream()
                .filter(node -> chapter
                        ? Blocks.blockOf(node.code()).isEmpty()
                        : Blocks.blockOf(node.code()).filter(outer::equals).isPresent());
        return Optional.of(Stream.concat(Blocks.within(outer).stream().map(CodeTree::node), categories)
                .toList());
    }

    /** Sections, body systems and tables; empty for a table or a code. */
    private Optional<List<TreeNode>> groupsOfProcedures(long release, @Nullable String under) {
        if (under == null) {
            return Optional.of(
                    PcsAxes.sections().keySet().stream().map(CodeTree::section).toList());
        }
        if (under.startsWith(Kind.SECTION.id(""))) {
            var section = under.substring(under.indexOf(':') + 1);
            var found = new ArrayList<TreeNode>();
            store.between(release, CodeSystem.ICD_10_PCS, section, section + LAST).stream()
                    .map(table -> table.code().substring(0, 2))
                    .distinct()
                    .forEach(prefix -> found.add(bodySystem(release, prefix)));
            return Optional.of(found);
        }
        if (under.startsWith(Kind.BODY_SYSTEM.id(""))) {
            var prefix = under.substring(under.indexOf(':') + 1);
            return Optional.of(store.between(release, CodeSystem.ICD_10_PCS, prefix, prefix + LAST));
        }
        return Optional.empty();
    }

    private @Nullable TreeNode bodySystem(long release, String prefix) {
        var tables = store.between(release, CodeSystem.ICD_10_PCS, prefix, prefix + LAST).stream()
                .map(TreeNode::display)
                .toList();
        return tables.isEmpty()
                ? null
                : TreeNode.group(Kind.BODY_SYSTEM, prefix, PcsAxes.bodySystem(prefix.substring(0, 1), tables));
    }

    private static TreeNode section(String character) {
        return TreeNode.group(
                Kind.SECTION, character, PcsAxes.sections().getOrDefault(character, "Section " + character));
    }

    private static TreeNode node(Blocks.Block block) {
        return TreeNode.group(block.chapter() ? Kind.CHAPTER : Kind.BLOCK, block.id(), block.title());
    }

    private static List<Positioned> positioned(List<TreeNode> nodes) {
        return nodes.stream().map(node -> new Positioned(0, node)).toList();
    }

    /** The stored form of a code, or of the id of a node that has one. */
    private static String code(CodeSystem system, String under) {
        return system.normalize(under.substring(under.indexOf(':') + 1));
    }

    private static Problem notFound(CodeSystem system) {
        return new Problem(CodeSystemProblem.CODE_NOT_FOUND, "%s has no such place on that day".formatted(system.id()));
    }
}
