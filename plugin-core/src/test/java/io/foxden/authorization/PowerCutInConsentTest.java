package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.file.ForgetfulDisk;
import io.foxden.file.PowerCut;
import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No write of a request under way waits for the disk; a state must not open twice for that. */
class PowerCutInConsentTest {
    private static final String TOKENS = "tokens";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void a_state_whose_tokens_are_kept_does_not_come_back(ForgetfulDisk.Names names) throws IOException {
        int kept = 0;
        boolean through = false;
        for (int steps = 1; !through; steps++) {
            Path home = Files.createDirectory(folder.resolve("home" + steps));
            ForgetfulDisk disk = new ForgetfulDisk(home);
            Consent consent = new Consent(store(home, disk));
            disk.cutAfter(steps);
            through = consent.done();

            Path remains = folder.resolve("remains" + steps);
            disk.remains(names, remains);
            Store after = store(remains, Steps.NONE);
            if (after.read(TOKENS).isPresent()) {
                kept++;
                assertThat(consent.claimed(after)).as("after %s steps", steps).isFalse();
            }
        }
        assertThat(kept).isGreaterThan(2);
    }

    private static Store store(Path home, Steps steps) {
        return new FileStore(home, new RandomText(new SecureRandom()), steps);
    }

    private static Transactions transactions(Store store) {
        return new Transactions(store, new RandomText(new SecureRandom()), Clock.systemUTC(), System::nanoTime);
    }

    /** As it goes: asked for, claimed, the tokens kept, ended. */
    private static final class Consent {
        private final Store store;
        private Transactions.@Nullable Opened opened;

        Consent(Store store) {
            this.store = store;
        }

        boolean done() {
            try {
                Transactions transactions = transactions(store);
                opened = transactions.open("client", "store_full_access", null);
                Transaction mine = claim(transactions).orElseThrow();
                store.change(TOKENS, before -> Change.to(Fields.none().with("token", "sealed")));
                transactions.write(transactions.ended(mine, Transaction.Stage.CONNECTED, null));
                return true;
            } catch (PowerCut.Off off) {
                return false;
            }
        }

        boolean claimed(Store after) {
            return opened != null && claim(transactions(after)).isPresent();
        }

        private Optional<Transaction> claim(Transactions transactions) {
            Transactions.Opened asked = Objects.requireNonNull(opened);
            return transactions.claim(asked.state(), cookie -> asked.binding());
        }
    }
}
