namespace Remanence.Cli.Output;

/// <summary>
/// Completion scripts. They ask the program itself (<c>[suggest:POSITION] "LINE"</c>), so they never go out of date.
/// </summary>
internal static class CompletionScripts
{
    private const string Bash =
        """
        # bash completion for remanence
        _remanence() {
            local word="${COMP_WORDS[COMP_CWORD]}" line
            COMPREPLY=()
            while IFS= read -r line; do
                [[ "$line" == "$word"* ]] && COMPREPLY+=("$line")
            done < <("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *= ]] && compopt -o nospace
        }
        complete -o default -F _remanence remanence

        """;

    private const string Zsh =
        """
        #compdef remanence
        # zsh completion for remanence
        _remanence() {
            local -a found settings
            found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            settings=("${(M)found[@]:#*=}")
            found=("${found[@]:#*=}")
            compadd -a found
            compadd -S '' -a settings
            _files
        }
        if [ "${funcstack[1]}" = "_remanence" ]; then
            _remanence "$@"
        else
            compdef _remanence remanence
        fi

        """;

    private const string Fish =
        """
        # fish completion for remanence
        function __remanence_complete
            set -l line (commandline -cp)
            set -l words (commandline -opc)
            $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c remanence -a '(__remanence_complete)'

        """;

    private const string Pwsh =
        """
        # PowerShell completion for remanence
        Register-ArgumentCompleter -Native -CommandName remanence -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition)
            remanence "[suggest:$cursorPosition]" "$line" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    public static string[] Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    public static string For(string shell) => (shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => Pwsh,
    }).ReplaceLineEndings("\n");
}
