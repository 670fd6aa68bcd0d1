package io.foxden.benchmarks.harness;

import java.util.List;

/**
 * One line of the table.
 *
 * @param work what was done
 * @param ours what it took with Foxden
 * @param peer who did it beside us
 * @param theirs what it took there
 * @param ratio how fast we are beside it (more is better), or, with a {@code ×}, how many times as long it takes
 * @param wanted the ratio or figure aimed at; empty where there is none
 */
public record Line(String work, String ours, String peer, String theirs, String ratio, String wanted) {
    public List<String> cells() {
        return List.of(work, ours, peer, theirs, ratio, wanted);
    }

    /** The reverse of {@link #cells()}. */
    public static Line of(List<String> cells) {
        return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }
}
