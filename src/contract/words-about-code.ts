/**
 * Words of lines about code itself: which Python and libraries it is built with, how its text looks, and what it must not
 * touch. No word of them alone says what a product does, and none is here that products are often about.
 */
export const WORDS_ABOUT_CODE: ReadonlySet<string> = new Set(
  [
    // English
    `a an the this that these those your our its it is are be been being must should shall may can cannot will would
     to of in on for by with without as at from and or but nor not no never only any all every each both either
     don't doesn't mustn't shouldn't isn't aren't do does done make makes made keep keeps kept stay stays remain remains
     ensure ensures use uses used using rely relies relying depend depends depending need needs needed require requires required
     has have having there than more least most up upwards later newer above higher greater recent latest current
     minimum version versions via into everything nothing anything else other others further additional extra
     fully full complete completely entire entirely whole strictly strict please just possible where everywhere
     throughout internally instead rather whenever always optional optionally preferably ideally so easy also
     well one single same own free pip install installed installs installation runtime allowed permitted beyond
     besides except outside inside within available written write writes put placed place lives live lies lie located found
     goes go belongs kind sort us we you follow follows following followed adhere adheres conform conforms
     comply complies compliant per according pass passes passing check checked checks checking run runs running
     work works working support supports supported compatible compatibility target targets build builds built
     consist consists contain contains containing hold holds expose exposes exposing export exports define defines defined
     provide provides provided add added implement implements implemented implementation solution program script code
     codebase source sources module modules modules' function functions method methods class classes package packages file
     files project library libraries framework frameworks dependency dependencies parameter parameters argument arguments
     signature signatures api public private helper helpers top-level pure-python name names naming variable
     variables identifier identifiers constant constants import imports imported importing itself part parts enough such avoid
     avoids avoiding stick sticks through older path paths clear small consistent maintain understand include includes well-tested pypi eval exec`,
    `python cpython pypy linux macos windows pep standard stdlib third-party third party external built-in built-ins
     builtin builtins std lib libs
     docstring docstrings comment comments commented documented documentation undocumented ruff black flake8 pylint mypy pyright
     isort linter linters linted lint linting clean format formatted formatting formatter style styled guide google
     length characters columns strict type types typed typing hint hints hinted annotation annotations annotated
     statically untyped readable readability simple simplicity maintainable well-named well-documented
     well-commented descriptive meaningful speaking telling short coding conventions convention snake case snake_case
     english idiomatic modern`,
    `pure purely computation computations calculation calculations arithmetic logic functional side effect effects side-effect
     side-effects side-effect-free network networking internet i o io file-system filesystem system disk input inputs output
     outputs global globals hidden shared mutable state states stateless random randomness number numbers clock wall
     time times date today now time-dependent dependence thread threads thread-safe threadsafe reentrant printing
     print prints console terminal stdin stdout logging database databases environment environments access accesses accessing
     read reads reading touch touches touching open opens opening connection connections call calls calling perform performs
     performed hit socket sockets http request subprocess subprocesses process processes deterministic deterministically
     determinism external service services caching between seed seeds seeded given
     decimal decimals float floats floating-point floating fraction fractions fractional
     numpy pandas scipy pydantic sqlalchemy asyncio itertools functools dataclasses dataclass pathlib sqlite3 argparse
     money monetary currency`,
    // German
    `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner es ist sind sei wird werden
     wurde soll sollen muss müssen darf dürfen kann können nicht nie niemals nur ohne mit und oder noch auch auf aus in im an am bei
     bis ab von vom zu zur zum für als alle aller allem allen alles jede jeder jedes jeden jedem überall ganz ganze ganzen
     vollständig vollständige weitere weiteren weiterer neuer neuere höher mindestens aktuell aktuelle aktuellen
     version versionen läuft laufen lauffähig kompatibel kompatibilität verwende verwenden verwendet nutzt nutzen nutze benutzt
     benutzen braucht brauchen hat haben greift greifen liegt liegen steht stehen gehört geschrieben geprüft python-version
     standardbibliothek bibliothek bibliotheken abhängigkeit abhängigkeiten paket pakete externe externen externer externes extern
     zusätzliche zusätzlichen fremde fremden quelltext quellcode programm modul module modulen funktion funktionen
     methode methoden klasse klassen datei dateien kommentiert kommentare dokumentiert formatiert lesbar lesbare lesbarer lesbares
     lesbaren wartbar wartbare stil einfach sauber typisiert typannotation typannotationen typhinweise typ-hinweise zeilenlänge
     höchstens nach frei benötigt benötigen erfordert fremdbibliotheken zeichen namen sprechende sprechenden öffentliche
     öffentlichen reine reiner reinen rein logik
     nebenwirkung nebenwirkungen seiteneffekt seiteneffekte seiteneffekten seiteneffektfrei netzwerk netzwerkzugriff netz zugriff zugriffe dateizugriff dateizugriffe dateisystem globaler globale
     globalen zustand zufall zufallszahlen uhr uhrzeit ein- ausgabe ausgaben eingabe eingaben zustandslos deterministisch datum`,
    // French
    `le la les l un une des du de d au aux ce cette ces il elle est sont être doit doivent peut peuvent ne pas n aucun
     aucune jamais seulement uniquement seule seul sans avec et ou ni à en dans par pour sur tout toute tous toutes partout chaque
     autre autres plus récent récents récente supérieur supérieure ultérieur moins utiliser utilise utilisez utilisent
     bibliothèque bibliothèques standard dépendance dépendances externe externes tierce tierces paquet paquets module modules
     fonction fonctions méthode méthodes classe classes fichier fichiers annotation
     annotations type types lisible lisibles commenté commentée documenté documentée longueur ligne lignes pure pures pur
     effet effets bord accès réseau état global globale aléatoire horloge entrée entrées sortie sorties déterministe compatible
     que nécessite respecte respecter suit suivre bibliothèque`,
    // Spanish, Portuguese, Italian, Dutch
    `el los las lo del al una uno unos unas es son ser debe deben puede pueden no ningún ninguna ninguno nunca solo sólo
     solamente únicamente sin con y o ni en por para sobre todo toda todos todas cada otro otra otras otros más reciente
     superior posterior menos usar usa use usando utilizar biblioteca bibliotecas estándar dependencia dependencias externa
     externas externo externos terceros paquete paquetes módulo módulos función funciones método métodos clase clases archivo
     archivos anotación anotaciones tipo tipos legible legibles comentado documentado código nombre
     nombres puro pura puras puros efecto efectos secundario secundarios acceso red estado global aleatoriedad reloj entrada salida
     determinista versión compatible sigue seguir está están requiere utiliza
     a apenas padrão os as não sem com e uma nenhuma função funções
     solo la libreria il lo gli un senza con pura funzioni funzione pure
     alleen de het een standaardbibliotheek geen zonder`,
  ].flatMap((words) => words.trim().split(/\s+/u)),
);

/** Japanese and Chinese have no spaces between words: what they write lines about code with, longest first. */
export const UNSPACED_ABOUT_CODE = new RegExp(
  [
    "標準ライブラリ サードパーティ ライブラリ パッケージ モジュール コード スタイル ドキュメント文字列 ドキュメント クラス メソッド ファイル ネットワーク アクセス グローバル コメント",
    "パイソン バージョン 以上 以降 対応 動作 動く 動か 外部 依存関係 依存 使用 利用 使わ 使う 使っ 使い 用い 参照 禁止 関数 純粋 副作用 乱数 状態 持た 持つ 時刻 時計 現在",
    "型ヒント 型注釈 命名規則 可読性 可読 従う 従い 従っ 書く 書き 書か 付ける 付け つける すべて 全て 全部 必ず 一切 公開 読み 書き込み 決定的 名前 変数 的 性",
    "のみ だけ こと もの ない せず なし しない する して した さない ある あり であ なる など ため から まで または および よう ください いけ しか",
    "実装 準拠 只 仅 仅仅 能 可以 必须 应该 应 请 不 得 要 使用 用 标准库 标准 库 第三方 外部 依赖项 依赖 任何 所有 每个 个 函数 模块 代码 类 类型注解 类型 注解 添加 加上 有 没有 无 纯函数 纯 访问",
    "网络 文件 文档字符串 代码风格 风格 遵循 符合 的 和 与 或 及 是 为 都 要求 版本 更高 以 上 或者 随机数 随机 全局 变量 确定性 需要 且 并",
    "[ぁ-ん]",
  ]
    .flatMap((words) => words.split(" "))
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
