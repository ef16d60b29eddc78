// Generates the jOOQ classes from the migrated schema, on a temporary PostgreSQL, unless neither a migration nor this script
// has changed. Writes down the digest of all migrations, by which a program sees that a database needs none.
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.security.MessageDigest
import org.flywaydb.core.Flyway
import org.jooq.codegen.GenerationTool
import org.jooq.meta.jaxb.*
import org.jooq.meta.jaxb.Configuration

def migrations = new File(project.basedir, 'src/main/resources/calltally/sql/migration')
def script = new File(project.basedir, 'src/build/GenerateJooq.groovy')
def output = new File(project.build.directory, 'generated-sources/jooq')
def stamp = new File(project.build.directory, 'jooq.stamp')

def digest = MessageDigest.getInstance('SHA-256')
def files = []
migrations.eachFileRecurse(groovy.io.FileType.FILES) { files << it }
(files.sort { it.name } + script).each { file ->
    digest.update(file.name.getBytes('UTF-8'))
    digest.update(file.bytes)
}
def fingerprint = digest.digest().encodeHex().toString()
def resource = new File(project.build.outputDirectory, 'calltally/sql/migrations.sha256')
resource.parentFile.mkdirs()
resource.text = fingerprint
if (stamp.exists() && stamp.text == fingerprint && output.exists()) {
    return
}
// A migration that was renamed would otherwise be applied twice.
new File(project.build.outputDirectory, 'calltally/sql/migration').deleteDir()

// Kept in a variable: an unreferenced logger is collected and loses its level.
def flywayLog = java.util.logging.Logger.getLogger('org.flywaydb')
flywayLog.level = java.util.logging.Level.WARNING
def work = new File(project.build.directory, 'codegen-postgres')
work.mkdirs()
def server = EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(work)
        .setPGStartupWait(java.time.Duration.ofSeconds(60))
        .start()
try {
    Flyway.configure(getClass().classLoader)
            .dataSource(server.postgresDatabase)
            .locations("filesystem:${migrations.path}")
            .defaultSchema('flyway')
            // Neither a rebuild's copies of the views nor grants affect the classes.
            .placeholders([calls: 'calls', stats: 'stats', rebuilt_views: '', grants_digest: '', fingerprint: ''])
            .skipDefaultCallbacks(true)
            .failOnMissingLocations(true)
            .load()
            .migrate()
    def configuration = new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withDriver('org.postgresql.Driver').withUrl(server.getJdbcUrl('postgres', 'postgres')))
            .withGenerator(new Generator()
                    .withDatabase(new Database()
                            .withName('org.jooq.meta.postgres.PostgresDatabase')
                            .withIncludes('.*')
                            .withExcludes('notification_(\\d{6}|other)|.*_rows')
                            .withSchemata(['config', 'directory', 'journal', 'calls', 'stats', 'ledger', 'web', 'analytics'].collect {
                                new SchemaMappingType().withInputSchema(it)
                            })
                            .withForcedTypes(
                                    new ForcedType().withName('INSTANT').withIncludeTypes('timestamp.*with.*time.*zone'),
                                    new ForcedType().withName('BIGINT').withIncludeTypes('xid8')))
                    .withGenerate(new Generate()
                            .withComments(true)
                            .withJavaTimeTypes(true)
                            .withRecords(true)
                            .withDeprecated(false)
                            // Nobody uses them, and for each the compiler looks through all that a table inherits.
                            .withIndexes(false)
                            .withImplicitJoinPathsToOne(false)
                            .withImplicitJoinPathsToMany(false)
                            .withImplicitJoinPathTableSubtypes(false)
                            .withRenameMethodOverrides(false)
                            .withWhereMethodOverrides(false)
                            .withGlobalObjectReferences(true))
                    .withTarget(new Target()
                            .withPackageName('calltally.sql.jooq')
                            .withDirectory(output.path)
                            .withClean(true)))
    GenerationTool.generate(configuration)
} finally {
    server.close()
}
stamp.text = fingerprint
