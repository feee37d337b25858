package org.portaldesk.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {

    /** The leaves of the Certificate Transparency reference tests. */
    private static final List<String> LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfTheReference(int size, String root) {
        var leaves =
                LEAVES.subList(0, size).stream()
                        .map(HexFormat.of()::parseHex)
                        .map(Tree::leaf)
                        .toList();
        assertThat(HexFormat.of().formatHex(Tree.root(leaves))).isEqualTo(root);
    }

    @Property(tries = 200)
    void thePathOfEveryLeafLeadsToTheRoot(@ForAll @IntRange(min = 1, max = 70) int size) {
        var leaves = leaves(size);
        for (var index = 0; index < size; index++) {
            var path = Tree.inclusion(leaves, index);
            assertThat(Tree.rootFrom(leaves.get(index), index, size, path))
                    .isEqualTo(Tree.root(leaves));
        }
    }

    @Property(tries = 200)
    void whatIsKeptOfATreeGrowsAsTheTreeDoes(@ForAll @IntRange(min = 0, max = 70) int size) {
        var peaks = new Peaks(List.of(), 0);
        for (var leaf : leaves(size)) {
            peaks = Peaks.of(peaks.bytes(), peaks.size()).with(leaf);
        }
        assertThat(peaks.root()).isEqualTo(Tree.root(leaves(size)));
    }

    @Test
    void theConsistencyOfSevenWithThreeIsThatOfTheRfc() {
        // RFC 6962, section 2.1.3: PROOF(3, D[7]) = [c, d, g, l].
        var d = leaves(7);
        var g = Tree.node(d.get(0), d.get(1));
        var l = Tree.root(d.subList(4, 7));
        assertThat(Tree.consistency(d, 3)).containsExactly(d.get(2), d.get(3), g, l);
    }

    private static List<byte[]> leaves(int size) {
        var leaves = new ArrayList<byte[]>();
        for (var index = 0; index < size; index++) {
            leaves.add(Tree.leaf(new byte[] {(byte) index}));
        }
        return leaves;
    }
}
